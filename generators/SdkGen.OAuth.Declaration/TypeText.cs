using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Declaration;

/// <summary>
/// Writes types and namespaces as C#. The compiler's own formatting is right for everything and takes microseconds; what is plain, and
/// almost everything is, is written here in a fraction of that.
/// </summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>global::Acme.OryUser</c>.</summary>
    public static string Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 0, IsTupleType: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Error } named && IsPlain(named)
            ? Write(named)
            : type.ToDisplayString(WithNullability);

    /// <summary><c>global::Acme.OryUser?</c>.</summary>
    public static string WithAnnotation(ITypeSymbol type) => type.ToDisplayString(WithNullability);

    /// <summary><c>Acme.Identity</c>, or nothing for the global namespace.</summary>
    public static string Of(INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace)
        {
            return "";
        }

        var outer = space.ContainingNamespace;
        return outer.IsGlobalNamespace ? Escape(space.Name) : Of(outer) + "." + Escape(space.Name);
    }

    /// <summary>A type that is written in full, without its namespaces: <c>List&lt;OryUser&gt;</c>.</summary>
    public static string Short(string type)
    {
        var text = new StringBuilder(type.Length);
        var start = 0;
        foreach (var c in type)
        {
            if (c is '.' or ':')
            {
                text.Length = start;
                continue;
            }

            text.Append(c);
            start = char.IsLetterOrDigit(c) || c is '_' or '@' ? start : text.Length;
        }

        return text.ToString();
    }

    /// <summary>An identifier, which may be a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of a type, which may also be a word that is a keyword where a type stands: <c>@file</c>, <c>@required</c>.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Escape(name) : "@" + name;

    /// <summary>The modifier that a member needs for a type that holds pointers.</summary>
    public static string Unsafe(IEnumerable<ITypeSymbol> types) =>
        types.Any(type => WithAnnotation(type).IndexOf('*') >= 0) ? "unsafe " : "";

    private static bool IsPlain(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Write(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return Write(outer) + "." + EscapeType(type.Name);
        }

        var space = type.ContainingNamespace;
        return space.IsGlobalNamespace ? "global::" + EscapeType(type.Name) : "global::" + Of(space) + "." + EscapeType(type.Name);
    }
}
