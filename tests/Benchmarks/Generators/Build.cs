using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using SdkGen.Benchmarks.Analyzers;
using SdkGen.Benchmarks.Reports;
using SdkGen.OAuth.Generator;

namespace SdkGen.Benchmarks.Generators;

/// <summary>
/// What the generator adds to the compilation of a project with one provider: against the same project in which the file that it writes is one of
/// the sources.
/// </summary>
[MemoryDiagnoser]
public class Build
{
    private const string Provider = """
        using SdkGen.OAuth;
        namespace Acme;
        public sealed record AcmeUser(string Subject);
        [OAuthProvider("https://{project}.projects.oryapis.com", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
        public partial interface IOry :
            IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint<AcmeUser>;
        """;

    private string[] _sources = [];
    private string[] _written = [];

    [GlobalSetup]
    public void SetUp()
    {
        var source = SourceFiles.Of(FileKind.Unrelated);
        _sources =
        [
            Provider,
            .. Enumerable.Range(0, Sizes.Files).Select(number => source.Replace("Number", string.Create(CultureInfo.InvariantCulture, $"Number{number}"), StringComparison.Ordinal)),
        ];
        var driver = CSharpGeneratorDriver.Create(new OAuthClientGenerator()).RunGenerators(Compile(_sources));
        _written = [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
        if (!WithGenerator().Success || !WithoutGenerator().Success)
        {
            throw new InvalidOperationException("The project does not compile.");
        }
    }

    [Benchmark(Baseline = true)]
    public EmitResult WithoutGenerator() => Compile([.. _sources, .. _written]).Emit(Stream.Null);

    [Benchmark]
    public EmitResult WithGenerator()
    {
        CSharpGeneratorDriver.Create(new OAuthClientGenerator()).RunGeneratorsAndUpdateCompilation(Compile(_sources), out var compilation, out _);
        return compilation.Emit(Stream.Null);
    }

    private static CSharpCompilation Compile(string[] sources) => CSharpCompilation.Create(
        "Project",
        sources.Select((source, number) => CSharpSyntaxTree.ParseText(source, path: string.Create(CultureInfo.InvariantCulture, $"{number}.cs"))),
        Project.References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
