using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;
using SdkGen.OAuth.Analyzers;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Cli.Verifying;

/// <summary>An interface with <c>[OAuthProvider]</c> in the code, and the document that is kept for it.</summary>
/// <param name="Project">The code that it is part of.</param>
/// <param name="Model">What it declares.</param>
/// <param name="Syntax">Where it is written.</param>
/// <param name="Kept">The document, if one is kept.</param>
internal sealed record DeclaredInterface(CodeProject Project, ProviderModel Model, InterfaceDeclarationSyntax Syntax, KeptFile? Kept)
{
    /// <summary>Where it is written.</summary>
    public FilePlace Place => FilePlace.Of(Syntax.Identifier.GetLocation());

    /// <summary>Its name, with its namespace.</summary>
    public string FullName => Model.Namespace.Length == 0 ? Model.InterfaceName : $"{Model.Namespace}.{Model.InterfaceName}";

    /// <summary>All of them, in the order of their names.</summary>
    public static IEnumerable<DeclaredInterface> FindAll(CodeProject project, CancellationToken cancellationToken)
    {
        var kept = project.Options.AdditionalFiles.Where(file => DiscoveryDocument.IsOne(file.Path)).Select(KeptFile.Read).ToList();
        return TypesOf(project.Compilation.Assembly.GlobalNamespace)
            .Select(type => (type, syntax: DeclarationAnalyzer.FindProvider(type, cancellationToken)))
            .Where(found => found.syntax is not null)
            .Select(found =>
            {
                var model = ProviderReader.Read(found.type, found.syntax!);
                return new DeclaredInterface(
                    project, model, found.syntax!, DiscoveryDocument.Find(kept, static file => (DiscoveryDocument.FileNameOf(file.Path), file.Issuer), model));
            })
            .OrderBy(found => found.FullName, StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesOf(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
