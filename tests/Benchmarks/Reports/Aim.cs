namespace SdkGen.Benchmarks.Reports;

/// <summary>What was to be reached, what was, and whether that is it.</summary>
internal sealed record Aim(string Text, string Measured, bool IsMet);
