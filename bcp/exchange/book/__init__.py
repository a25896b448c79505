"""The whole inventory as sheets, Excel or CSV, and back into its files without loss."""
