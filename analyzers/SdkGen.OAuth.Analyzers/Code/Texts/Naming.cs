using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Finds what a literal is called.</summary>
internal static class Naming
{
    /// <summary>What a literal is given to: a variable, a member, a parameter or an entry of that name.</summary>
    public static string? Of(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ReturnStatementSyntax returned => returned.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax accessor } => accessor.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } } => key.Token.ValueText,
        AssignmentExpressionSyntax assignment => CodeFile.NameOf(assignment.Left),
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax key, _] } => key.Token.ValueText,
        _ => null,
    };
}
