using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <content>What variables are given, and of what type generators are.</content>
internal sealed partial class RandomSource
{
    /// <summary>Looks at everything that a variable, field or property is given, and that fills it.</summary>
    private void Follow(ExpressionSyntax expression, int depth)
    {
        var symbol = file.Values.Symbol(expression);
        if (symbol is not (ILocalSymbol or IFieldSymbol { IsConst: false } or IPropertySymbol) || symbol.DeclaringSyntaxReferences.Length != 1 || !_symbols.Add(symbol))
        {
            return;
        }

        // What stands in another file is reported there, if at all.
        if (symbol.DeclaringSyntaxReferences[0].SyntaxTree != expression.SyntaxTree)
        {
            return;
        }

        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken);
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: var value }:
                Visit(value, depth + 1);
                break;
            case PropertyDeclarationSyntax { Initializer.Value: var value }:
                Visit(value, depth + 1);
                break;
            case PropertyDeclarationSyntax { ExpressionBody.Expression: var value }:
                Visit(value, depth + 1);
                break;
        }

        var scope = symbol is ILocalSymbol ? CodeFile.MemberOf(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (scope is null)
        {
            return;
        }

        foreach (var use in scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == symbol.Name).ToList())
        {
            switch (use.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == use:
                    Visit(assignment.Right, depth + 1);
                    break;
                case MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } member when assignment.Left == member && member.Name == use:
                    Visit(assignment.Right, depth + 1);
                    break;
                case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element:
                    Visit(assignment.Right, depth + 1);
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when symbol is ILocalSymbol && CodeFile.NameOf(call) is "GetBytes" or "NextBytes" or "Fill" or "GetNonZeroBytes":
                    Visit(call, depth + 1);
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call, Name.Identifier.ValueText: "Append" or "Add" or "Insert" } when symbol is ILocalSymbol:
                    Visit(call.ArgumentList, depth + 1);
                    break;
            }
        }
    }

    /// <summary>The length that an array of bytes is made with, or nothing.</summary>
    private int? LengthOf(ExpressionSyntax array)
    {
        if (file.Values.Symbol(array) is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
            && references[0].GetSyntax(file.CancellationToken) is VariableDeclaratorSyntax
            {
                Initializer.Value: ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: int length }] }] }
            })
        {
            return length;
        }

        return null;
    }

    private bool IsGuid(ExpressionSyntax expression) =>
        expression.ToString().Contains("Guid.NewGuid") || (expression is IdentifierNameSyntax && file.Values.Origins(expression).Exists(origin => origin.ToString().Contains("Guid.NewGuid")));

    private bool IsRandom(ExpressionSyntax receiver)
    {
        var text = receiver.Span.Length > 200 ? "" : receiver.ToString();
        return Words.Contains(text, "rand", "rnd") || file.Values.Origins(receiver).Exists(origin => origin is ObjectCreationExpressionSyntax { Type: var type } && type.ToString() is "Random" or "System.Random");
    }

    private bool IsSecure(ExpressionSyntax receiver)
    {
        var text = receiver.Span.Length > 200 ? "" : receiver.ToString();
        return GeneratorNames.IsStrongType(text)
            || Words.Contains(text, "rng", "crypto")
            || file.Values.Origins(receiver).Exists(origin => origin.Span.Length < 400 && GeneratorNames.IsStrongType(origin.ToString()))
            || (file.Values.Symbol(receiver) is { } symbol && GeneratorNames.IsStrongType((symbol as ILocalSymbol)?.Type.Name ?? (symbol as IFieldSymbol)?.Type.Name ?? (symbol as IPropertySymbol)?.Type.Name ?? (symbol as IParameterSymbol)?.Type.Name ?? ""));
    }
}
