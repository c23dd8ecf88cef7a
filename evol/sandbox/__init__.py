"""Run programs nobody trusts: `Sandbox` (one zygote, one fork per job), `Limits`, `Outcome`, and `judge` for verdicts.

Expected values stay in this process; the zygote sees programs and inputs only.
"""

from evol.sandbox.client import Call, Limits, Outcome, Program, Sandbox, SandboxError
from evol.sandbox.verdict import Verdict, judge

__all__ = ["Call", "Limits", "Outcome", "Program", "Sandbox", "SandboxError", "Verdict", "judge"]
