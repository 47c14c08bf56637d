using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Declaration;

/// <summary>Where an interface stands: what is around it, who can see it, and whether a client can stand beside it.</summary>
internal readonly record struct Nesting(EquatableArray<string> Declarations, bool IsPublic, ProviderProblem Problem)
{
    public static Nesting Of(INamedTypeSymbol type)
    {
        var problem = ProblemOf(type);
        var isPublic = type.DeclaredAccessibility == Accessibility.Public;
        if (type.ContainingType is null)
        {
            return new(default, isPublic, problem);
        }

        var declarations = new List<string>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            declarations.Insert(0, Declaration(outer));
            isPublic &= outer.DeclaredAccessibility == Accessibility.Public;
            if (problem == ProviderProblem.None)
            {
                problem = ProblemOf(outer);
            }

            if (problem == ProviderProblem.None && !IsPartial(outer))
            {
                problem = ProviderProblem.ContainingTypeNotPartial;
            }
        }

        return new(new(declarations), isPublic, problem);
    }

    public static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is MemberDeclarationSyntax syntax && ProviderReader.IsPartial(syntax));

    private static ProviderProblem ProblemOf(INamedTypeSymbol type) =>
        type.Name.Length == 0 ? ProviderProblem.Incomplete
        : type.Arity > 0 ? ProviderProblem.Generic
        : type.IsFileLocal || type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) ? ProviderProblem.NotAccessible
        : ProviderProblem.None;

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {TypeText.EscapeType(type.Name)}";
    }
}
