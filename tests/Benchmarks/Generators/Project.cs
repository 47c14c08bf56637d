using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.Benchmarks.Reports;

namespace SdkGen.Benchmarks.Generators;

/// <summary>A project that somebody edits: a file for each declaration, and one more that has nothing to do with them.</summary>
internal sealed class Project
{
    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && !Path.GetFileName(file).Contains("Generator", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _unrelated = Parse("class Unrelated { int Edits = 0; }", "Unrelated.cs");
    private readonly ISourceGenerator[] _generators;
    private GeneratorDriver _driver;
    private int _edits;

    private Project(IEnumerable<string> declarations, ISourceGenerator[] generators)
    {
        _compilation = CSharpCompilation.Create(
            "Project",
            [.. declarations.Select((declaration, number) => Parse(declaration, $"Declaration{number}.cs")), _unrelated],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _generators = generators;
        _driver = CSharpGeneratorDriver.Create(generators).RunGenerators(_compilation);
        Check(_driver.GetRunResult());
    }

    /// <summary>Providers with five grants and endpoints each, each in a namespace of its own.</summary>
    public static Project OfProviders(int count, IIncrementalGenerator generator) => new(
        Enumerable.Range(0, count).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using SdkGen.OAuth;
            namespace Acme.Providers{{number}};
            public sealed record User{{number}}(string Subject);
            [OAuthProvider("https://{project}.projects.oryapis.com", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
            public partial interface IOry{{number}} :
                IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint<User{{number}}>;
            """)),
        [generator.AsSourceGenerator()]);

    public static Project OfRefitInterfaces(int count) => new(
        Enumerable.Range(0, count).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using System.Threading.Tasks;
            using Refit;
            namespace Acme.Apis{{number}};
            public interface IOrders{{number}}
            {
                [Get("/orders")] Task<string> ListAsync(string status);
                [Get("/orders/{id}")] Task<string> GetAsync(int id);
                [Post("/orders")] Task<string> CreateAsync([Body] string order);
                [Put("/orders/{id}")] Task UpdateAsync(int id, [Body] string order);
                [Delete("/orders/{id}")] Task DeleteAsync(int id);
            }
            """)),
        OfPackage("Refit"));

    public static Project OfMappers(int count) => new(
        Enumerable.Range(0, count).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using Riok.Mapperly.Abstractions;
            namespace Acme.Mappers{{number}};
            public class Car { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } }
            public class CarDto { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } }
            [Mapper]
            public partial class CarMapper{{number}}
            {
                public partial CarDto Map(Car car);
            }
            """)),
        OfPackage("Riok.Mapperly"));

    public static Project OfViewModels(int count) => new(
        Enumerable.Range(0, count).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            using CommunityToolkit.Mvvm.ComponentModel;
            namespace Acme.ViewModels{{number}};
            public partial class CarViewModel{{number}} : ObservableObject
            {
                [ObservableProperty] private int _id;
                [ObservableProperty] private string _name = "";
                [ObservableProperty] private decimal _price;
            }
            """)),
        OfPackage("CommunityToolkit.Mvvm"));

    /// <summary>Opens the project: a compilation of which nothing has been bound, and a driver that has run nothing.</summary>
    /// <returns>The driver, so that nothing is optimised away.</returns>
    public GeneratorDriver Open() => CSharpGeneratorDriver.Create(_generators).RunGenerators(_compilation.Clone());

    /// <summary>Types a character in the file that has nothing to do with the declarations.</summary>
    /// <returns>The driver, so that nothing is optimised away.</returns>
    public GeneratorDriver EditUnrelatedFile()
    {
        var edited = Parse(string.Create(CultureInfo.InvariantCulture, $"class Unrelated {{ int Edits = {++_edits}; }}"), "Unrelated.cs");
        return _driver = _driver.RunGenerators(_compilation.ReplaceSyntaxTree(_unrelated, edited));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, path: path);

    private static ISourceGenerator[] OfPackage(string package)
    {
        return
        [
            .. Assembly.LoadFrom(Versions.PathOf(package)).GetTypes()
                .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IIncrementalGenerator)))
                .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
        ];
    }

    /// <summary>A generator that failed, or found nothing to do, would win every race.</summary>
    private static void Check(GeneratorDriverRunResult result)
    {
        if (result.Results.FirstOrDefault(generator => generator.Exception is not null) is { Exception: { } failure })
        {
            throw new InvalidOperationException($"A generator failed: {failure.Message}", failure);
        }

        if (result.GeneratedTrees.IsEmpty)
        {
            throw new InvalidOperationException("A generator wrote nothing.");
        }
    }
}
