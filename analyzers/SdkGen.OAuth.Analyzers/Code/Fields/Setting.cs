using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>A switch that code sets: <c>options.RequireHttpsMetadata = false</c>, in an initializer too, or <c>requireHttps: false</c>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Node">The assignment or the argument.</param>
/// <param name="Owner">What it belongs to, as the code says it; nothing in an initializer.</param>
/// <param name="Value">What it is given.</param>
internal readonly record struct Setting(string Name, SyntaxNode Node, ExpressionSyntax? Owner, ExpressionSyntax Value)
{
    /// <summary>The assignments of a file to any of some names, and the arguments of those names.</summary>
    public static IEnumerable<Setting> Of(CodeFile file, ICollection<string> names)
    {
        foreach (var assignment in file.Assignments)
        {
            if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && CodeFile.NameOf(assignment.Left) is { } name && names.Contains(name))
            {
                yield return new(name, assignment, (assignment.Left as MemberAccessExpressionSyntax)?.Expression, assignment.Right);
            }
        }

        foreach (var argument in file.Calls.Select(call => call.ArgumentList).Concat(file.Creations.Select(creation => creation.ArgumentList)).SelectMany(Arguments))
        {
            if (argument.NameColon is { Name.Identifier.ValueText: { Length: > 0 } name } && names.Contains(char.ToUpperInvariant(name[0]) + name.Substring(1)))
            {
                yield return new(char.ToUpperInvariant(name[0]) + name.Substring(1), argument, null, argument.Expression);
            }
        }
    }

    /// <summary>Whether it is always false: by a literal, a constant, or a variable that is given nothing else.</summary>
    public bool IsAlwaysFalse(CodeFile file)
    {
        if (Value is LiteralExpressionSyntax)
        {
            return Value.IsKind(SyntaxKind.FalseLiteralExpression);
        }

        // What anybody may set is not always the same.
        return Value is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && file.Values.Symbol(Value) is ILocalSymbol or IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true }
            && file.Values.Origins(Value).TrueForAll(origin => origin.IsKind(SyntaxKind.FalseLiteralExpression));
    }

    /// <summary>The type of the object that is set up, as far as the code says so: the type created, or the last name of the owner.</summary>
    public string? OwnerName
    {
        get
        {
            if (Owner is not null)
            {
                return CodeFile.NameOf(Owner);
            }

            return Node.Parent switch
            {
                InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax { Type: var type } } => NameOf(type),
                InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } => CodeFile.NameOf(assignment.Left),
                InitializerExpressionSyntax { Parent: ImplicitObjectCreationExpressionSyntax creation } => NameAround(creation),
                ArgumentListSyntax { Parent: InvocationExpressionSyntax call } => CodeFile.NameOf(call),
                ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax { Type: var type } } => NameOf(type),
                _ => null,
            };
        }
    }

    private static string? NameAround(SyntaxNode creation) => creation.Parent switch
    {
        AssignmentExpressionSyntax assignment => CodeFile.NameOf(assignment.Left),
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } => NameOf(type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => NameOf(type),
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } } => NameOf(type),
        _ => null,
    };

    private static string? NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };

    private static IEnumerable<ArgumentSyntax> Arguments(ArgumentListSyntax? list) => list?.Arguments ?? Enumerable.Empty<ArgumentSyntax>();
}
