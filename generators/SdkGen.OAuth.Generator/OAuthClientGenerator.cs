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

        var clashes = providers
            .Select(static (provider, _) => HintName.Of(provider))
            .Collect()
            .Select(static (names, _) => HintName.Clashes(names))
            .WithTrackingName(GeneratorSteps.FindClashes);

        context.RegisterSourceOutput(
            providers.Combine(clashes).WithTrackingName(GeneratorSteps.Combine),
            static (output, item) => output.AddSource(HintName.Of(item.Left, item.Right), ProviderWriter.Write(item.Left)));
    }

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
