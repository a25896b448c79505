"""What `bcp check` finds in an inventory that is free of faults: where the plan is weak."""
