using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.Benchmarks.Generators;
using SdkGen.Benchmarks.Reports;

namespace SdkGen.Benchmarks.Analyzers;

/// <summary>The code that the analyzers look at.</summary>
internal static class Corpora
{
    public static CSharpCompilation Compile(Corpus corpus) => CSharpCompilation.Create(
        "Corpus",
        (corpus == Corpus.Application ? Application() : Runtime()).Select((source, number) =>
            CSharpSyntaxTree.ParseText(source, path: string.Create(CultureInfo.InvariantCulture, $"{number}.cs"))),
        corpus == Corpus.Application ? SourceFiles.References : Project.References.Where(reference => Path.GetFileName(reference.Display) is not "SdkGen.OAuth.dll"),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static int Lines(Compilation compilation) => compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count);

    private static IEnumerable<string> Application() => Enumerable.Range(0, Sizes.Files).Select(number => SourceFiles
        .Of(number switch { 0 => FileKind.Positive, 1 => FileKind.Secure, _ => FileKind.Unrelated })
        .Replace("Number", string.Create(CultureInfo.InvariantCulture, $"Number{number}"), StringComparison.Ordinal));

    private static IEnumerable<string> Runtime()
    {
        var folder = Path.Combine(Versions.PathOf("Repository"), "src", "SdkGen.OAuth");
        yield return "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            {
                yield return File.ReadAllText(file);
            }
        }
    }
}
