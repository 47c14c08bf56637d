using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Benchmarks.Generators;

/// <summary>The attribute transform of our generator, without what comes after it.</summary>
internal sealed class TransformOnly : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var providers = context.SyntaxProvider.ForAttributeWithMetadataName(
            "SdkGen.OAuth.OAuthProviderAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (attributed, _) =>
                ProviderReader.Read((INamedTypeSymbol)attributed.TargetSymbol, (InterfaceDeclarationSyntax)attributed.TargetNode));
        context.RegisterSourceOutput(providers, static (_, _) => { });
    }
}
