using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Which types a context describes, as far as its attributes tell.</summary>
internal static class JsonContexts
{
    /// <summary>
    /// Whether a type is one that the context names, or one that such a type has as a member, at any depth: System.Text.Json describes those
    /// too. A context without the attribute is written by hand, and may describe anything.
    /// </summary>
    public static bool MayDescribe(INamedTypeSymbol context, ITypeSymbol type)
    {
        var open = new Stack<ITypeSymbol>(context.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault())
            .Where(argument => argument.Kind == TypedConstantKind.Type)
            .Select(argument => argument.Value)
            .OfType<ITypeSymbol>());
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var isByHand = open.Count == 0;
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var part in Parts(next))
            {
                open.Push(part);
            }
        }

        return isByHand || seen.Contains(type) || type.TypeKind == TypeKind.Error;
    }

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return [array.ElementType];

            case INamedTypeSymbol named when named.ContainingNamespace?.ToDisplayString() is not { } space || !space.StartsWith("System", StringComparison.Ordinal):
                var derived = named.GetAttributes()
                    .Where(attribute => attribute.AttributeClass?.Name == "JsonDerivedTypeAttribute")
                    .Select(attribute => attribute.ConstructorArguments.FirstOrDefault())
                    .Where(argument => argument.Kind == TypedConstantKind.Type)
                    .Select(argument => argument.Value)
                    .OfType<ITypeSymbol>();
                var members = named.GetMembers()
                    .Select(member => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type)
                    .OfType<ITypeSymbol>();
                return named.TypeArguments.Concat(members).Concat(derived).Concat(named.BaseType is { } ancestor ? [ancestor] : []);

            case INamedTypeSymbol named:
                return named.TypeArguments;

            default:
                return [];
        }
    }
}
