using System.Globalization;
using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Startup;

namespace SdkGen.Benchmarks.Groups;

/// <summary>Native programs.</summary>
internal static class StartupGroup
{
    private static readonly (string Library, string Name)[] Programs =
        [("Refit", "Refit, a bare interface"), ("SdkGen", "**SdkGen**"), ("IdentityModel", "IdentityModel"), ("Msal", "MSAL")];

    public static async Task<Section> RunAsync(Effort effort)
    {
        const string title = "Native AOT";
        var published = new Dictionary<string, NativePrograms.Program>(StringComparer.Ordinal);
        foreach (var (library, _) in effort.IsQuick ? Programs[..2] : Programs)
        {
            if (await NativePrograms.MeasureAsync(library, effort.IsQuick ? 1 : 41) is not { } program)
            {
                return new(title, "Nothing on the machine links native code, so nothing was published.", []);
            }

            published[library] = program;
        }

        var bare = published["Refit"];
        var table = new Table("", "size", "start to end", "warnings of trimming and native code");
        foreach (var (library, name) in Programs.Where(program => published.ContainsKey(program.Library)))
        {
            var program = published[library];
            table.Add(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{program.Megabytes:0.0} MB"),
                Table.Ratio(program.Milliseconds / bare.Milliseconds),
                program.Warnings.ToString(CultureInfo.InvariantCulture));
        }

        return new(
            title,
            $"""
            A program that requests one token by the client credentials grant from an endpoint in memory, and ends: published as native code,
            `InvariantGlobalization` on. The time is that from the start of the process to its end, against bare Refit. A warning means that a part of
            the library may not do there what it does elsewhere.

            {table}
            """,
            [new("SdkGen is published without a warning", published["SdkGen"].Warnings.ToString(CultureInfo.InvariantCulture), published["SdkGen"].Warnings == 0)]);
    }
}
