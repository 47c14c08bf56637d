using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.Benchmarks.Generators;

/// <summary>The least that a generator on an attribute can do, a file of one line for each interface: what Roslyn itself costs.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "SdkGen.OAuth.OAuthProviderAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (attributed, _) => attributed.TargetSymbol.Name);
        context.RegisterSourceOutput(names, static (output, name) => output.AddSource($"{name}.g.cs", $"class {name}Client;"));
    }
}
