using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.Benchmarks.Generators;

/// <summary>The least that a generator on an attribute can do: what Roslyn itself costs.</summary>
/// <param name="writes">Whether it writes a file for each interface, as a generator does, or nothing.</param>
internal sealed class EmptyGenerator(bool writes) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "SdkGen.OAuth.OAuthProviderAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (attributed, _) => attributed.TargetSymbol.Name);
        context.RegisterSourceOutput(names, (output, name) =>
        {
            if (writes)
            {
                output.AddSource($"{name}.g.cs", $"class {name}Client;");
            }
        });
    }
}
