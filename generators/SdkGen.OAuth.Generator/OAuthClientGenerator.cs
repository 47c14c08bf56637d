using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes the client, the options and the registration of every interface that is annotated with <c>[OAuthProvider]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OAuthClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var providers = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.ProviderAttribute,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (attributed, _) => IsFirst(attributed)
                    ? ProviderReader.Read((INamedTypeSymbol)attributed.TargetSymbol, (InterfaceDeclarationSyntax)attributed.TargetNode)
                    : null)
            .WithTrackingName(GeneratorSteps.ReadProvider)
            .Where(static provider => provider is { Problem: ProviderProblem.None })
            .Select(static (provider, _) => provider!)
            .WithTrackingName(GeneratorSteps.SelectProvider);

        var documents = context.AdditionalTextsProvider
            .Where(static file => DiscoveryDocument.IsOne(file.Path))
            .Select(static (file, cancellationToken) => DiscoveryDocument.Read(file.Path, file.GetText(cancellationToken)?.ToString()))
            .WithTrackingName(GeneratorSteps.ReadDocument)
            .Where(static document => document is not null)
            .Collect();

        var clashes = providers
            .Select(static (provider, _) => HintName.Of(provider))
            .Collect()
            .Select(static (names, _) => HintName.Clashes(names))
            .WithTrackingName(GeneratorSteps.FindClashes);

        var declared = providers
            .Combine(documents)
            .Select(static (item, _) => (Provider: item.Left, Metadata: FindMetadata(item.Left, item.Right)))
            .WithTrackingName(GeneratorSteps.FindDocument);

        context.RegisterSourceOutput(
            declared.Combine(clashes).WithTrackingName(GeneratorSteps.Combine),
            static (output, item) => output.AddSource(
                HintName.Of(item.Left.Provider, item.Right), ProviderWriter.Write(item.Left.Provider, item.Left.Metadata)));
    }

    /// <summary>What the document says that is kept for a provider, if there is one.</summary>
    private static KeptMetadata? FindMetadata(ProviderModel provider, ImmutableArray<DiscoveryDocument?> documents) =>
        DiscoveryDocument.Find(documents.OfType<DiscoveryDocument>(), static document => (document.FileName, document.Issuer), provider) is { } document
            ? KeptMetadata.Of(provider, document)
            : null;

    /// <summary>An attribute that stands on two parts of one interface, by mistake, must not make two clients.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext attributed)
    {
        if (attributed.TargetSymbol.DeclaringSyntaxReferences.Length < 2)
        {
            return true;
        }

        var first = attributed.TargetSymbol.GetAttributes().First(attribute => AttributeReader.NameOf(attribute) == "OAuthProvider");
        return first.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.Span.Contains(reference.Span);
    }
}
