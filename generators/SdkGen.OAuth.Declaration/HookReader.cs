using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Reads the type argument of <c>[OAuthHook&lt;T&gt;]</c>: the generated code makes one.</summary>
internal static class HookReader
{
    /// <summary>The class of the attribute, without its suffix.</summary>
    public const string Attribute = "OAuthHook";

    /// <summary>The property of the model that holds the hook.</summary>
    public const string Property = "Hook";

    /// <summary>The hook; <see cref="ArgumentKind.Null"/> if generated code cannot name it, and nothing if it is none, which the compiler reports.</summary>
    public static PropertyModel Read(AttributeData attribute, IAssemblySymbol? assembly) => new(
        Property,
        attribute.AttributeClass is not { TypeArguments: [INamedTypeSymbol hook] } || !CanBeMade(hook) ? new(ArgumentKind.Text, "")
        : IsVisible(hook, assembly) ? new(ArgumentKind.Type, TypeText.Of(hook))
        : default);

    /// <summary>Whether a declaration names a hook that generated code cannot name.</summary>
    public static bool IsHidden(AttributeModel attribute) =>
        attribute.Name == Attribute && attribute.Property(Property) is { Kind: ArgumentKind.Null };

    /// <summary>Whether it is a hook that generated code can make.</summary>
    public static bool IsUsable(AttributeModel attribute) =>
        attribute.Name == Attribute && attribute.Property(Property) is { Kind: ArgumentKind.Type };

    /// <summary>What the constraints of the attribute say; without them the user's code does not compile.</summary>
    private static bool CanBeMade(INamedTypeSymbol hook) =>
        hook is { TypeKind: TypeKind.Class, IsAbstract: false, IsUnboundGenericType: false }
        && hook.InstanceConstructors.Any(constructor => constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 })
        && hook.AllInterfaces.Any(contract => KnownTypes.IsOurs(contract, "IOAuthHook"));

    private static bool IsVisible(INamedTypeSymbol hook, IAssemblySymbol? assembly)
    {
        for (var type = hook; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public
                && !(type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
                    && !type.IsFileLocal
                    && (assembly is null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))))
            {
                return false;
            }
        }

        return hook.TypeArguments.All(argument => argument is not INamedTypeSymbol named || IsVisible(named, assembly));
    }
}
