using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>The names of generated types. A partial class of such a name is welcome to be joined; anything else is in the way.</summary>
internal static class GeneratedNames
{
    /// <summary>Whether a generated name means something else already.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="hasMembers">
    /// Whether it may have members, its own or those of the user's other interfaces. To ask a symbol for them makes the compiler read them all.
    /// </param>
    public static bool AreTaken(INamedTypeSymbol type, bool hasMembers)
    {
        var name = ProviderModel.NameOf(type.Name);
        var (client, options) = (name + "Client", name + "Options");
        var space = type.ContainingNamespace;
        INamespaceOrTypeSymbol container = type.ContainingType is { } outer ? outer : space;
        return IsTaken(container, client)
            || IsTaken(container, options)
            || IsTaken(space, Extensions(type))
            || (hasMembers && (IsMember(type, client) || IsMember(type, options)))
            || IsTwin(container, type.Name == name ? "I" + name : name, name);
    }

    /// <summary>The class of extension methods, which stands in the namespace even if the interface is nested.</summary>
    public static string Extensions(ProviderModel provider, string name) =>
        Extensions(provider.ContainingTypes.Select(type => type.Substring(type.LastIndexOf(' ') + 1)), name);

    private static string Extensions(IEnumerable<string> containingTypes, string name) =>
        string.Concat(containingTypes.Select(type => type.TrimStart('@') + "_")) + name + "ServiceCollectionExtensions";

    private static string Extensions(INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
        {
            return ProviderModel.NameOf(type.Name) + "ServiceCollectionExtensions";
        }

        var outer = new List<string>();
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
        {
            outer.Insert(0, current.Name);
        }

        return Extensions(outer, ProviderModel.NameOf(type.Name));
    }

    private static bool IsTaken(INamespaceOrTypeSymbol container, string name)
    {
        if (container is INamedTypeSymbol && container.Name == name)
        {
            return true;
        }

        foreach (var member in container.GetMembers(name))
        {
            if (member is not INamedTypeSymbol type
                ? !member.IsImplicitlyDeclared
                : type.Arity == 0 && !type.DeclaringSyntaxReferences.IsEmpty && !type.IsFileLocal && !CanBeJoined(type) && !IsGenerated(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the interface itself hides the name.</summary>
    private static bool IsMember(INamedTypeSymbol type, string name) =>
        !type.GetMembers(name).IsEmpty || type.AllInterfaces.Any(contract => !KnownTypes.IsOurs(contract) && !contract.GetMembers(name).IsEmpty);

    private static bool CanBeJoined(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsRecord: false } && Nesting.IsPartial(type);

    /// <summary>Whether the clients of <c>IOry</c> and of <c>Ory</c> would have one name.</summary>
    private static bool IsTwin(INamespaceOrTypeSymbol container, string other, string name) =>
        ProviderModel.NameOf(other) == name && container.GetMembers(other).Any(static member => member is INamedTypeSymbol { TypeKind: TypeKind.Interface, Arity: 0 }
            && member.GetAttributes().Any(attribute => AttributeReader.NameOf(attribute) == "OAuthProvider"));

    /// <summary>The analyzer sees what was generated; the generator does not.</summary>
    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");
}
