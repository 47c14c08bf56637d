namespace SdkGen.Benchmarks.Reports;

internal static class MeasuredList
{
    public static Measured Of(this IReadOnlyList<Measured> measured, string method, string? parameter = null) =>
        measured.Single(one => one.Method == method && (parameter is null || one.Parameter == parameter));
}
