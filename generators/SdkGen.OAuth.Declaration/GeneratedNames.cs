using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>The names of generated types. A partial type of such a name is welcome to be joined; any other is in the way.</summary>
internal static class GeneratedNames
{
    public static bool AreTaken(INamedTypeSymbol type)
    {
        var name = ProviderModel.NameOf(type.Name);
        var space = type.ContainingNamespace;
        INamespaceOrTypeSymbol container = type.ContainingType is { } outer ? outer : space;
        return IsTaken(container, name + "Client")
            || IsTaken(container, name + "Options")
            || IsTaken(space, Extensions(type));
    }

    /// <summary>The class of extension methods, which stands in the namespace even if the interface is nested.</summary>
    public static string Extensions(ProviderModel provider, string name) =>
        Extensions(provider.ContainingTypes.Select(type => type.Substring(type.LastIndexOf(' ') + 1)), name);

    private static string Extensions(IEnumerable<string> containingTypes, string name) =>
        string.Concat(containingTypes) + name + "ServiceCollectionExtensions";

    private static string Extensions(INamedTypeSymbol type)
    {
        var outer = new List<string>();
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
        {
            outer.Insert(0, current.Name);
        }

        return Extensions(outer, ProviderModel.NameOf(type.Name));
    }

    private static bool IsTaken(INamespaceOrTypeSymbol container, string name)
    {
        foreach (var type in container.GetTypeMembers(name))
        {
            if (type.Arity == 0 && !type.DeclaringSyntaxReferences.IsEmpty && !type.IsFileLocal && !Nesting.IsPartial(type) && !IsGenerated(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The analyzer sees what was generated; the generator does not.</summary>
    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");
}
