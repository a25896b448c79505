"""Where the plan is weak: what ``bcp check`` finds in an inventory that is free of faults."""
