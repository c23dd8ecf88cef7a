"""What methods build children with: source trees, mutants, inputs, shapes, mathematical relations, prompts. No policy of its own."""
