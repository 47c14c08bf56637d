namespace SdkGen.Benchmarks.Reports;

/// <summary>What a benchmark came to.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Parameter">The value of its parameter, if it has one.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What was allocated.</param>
internal sealed record Measured(string Method, string Parameter, double Nanoseconds, double Bytes);
