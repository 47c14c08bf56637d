using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// Follows a value back to where it comes from: through local variables, fields and properties of the same file, what only encodes or cuts,
/// and small helper methods. It asks neither for order nor for branches: what a variable may hold is everything that it is given anywhere.
/// </summary>
internal sealed class ValueTracer(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxSteps = 100;
    private const int MaxCalls = 2;

    /// <summary>The text of an expression, if that is known at compile time.</summary>
    public string? Constant(ExpressionSyntax? expression) => expression switch
    {
        null => null,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null,
        ParenthesizedExpressionSyntax parenthesized => Constant(parenthesized.Expression),
        _ when !IsHere(expression) => null,
        _ => model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text } ? text : null,
    };

    /// <summary>
    /// The expressions that a value is made of, at the end of every way back: literals, parameters, calls that are not followed, members
    /// that are not set in this file.
    /// </summary>
    public List<ExpressionSyntax> Origins(ExpressionSyntax expression)
    {
        var origins = new List<ExpressionSyntax>();
        var seen = new HashSet<SyntaxNode>();
        var work = new Queue<(ExpressionSyntax Expression, int Calls)>();
        work.Enqueue((expression, 0));
        for (var steps = 0; work.Count > 0 && steps < MaxSteps; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (current, calls) = work.Dequeue();
            if (!seen.Add(current))
            {
                continue;
            }

            var next = Next(current, ref calls);
            if (next.Count == 0)
            {
                origins.Add(current);
            }

            foreach (var source in next)
            {
                work.Enqueue((source, calls));
            }
        }

        return origins;
    }

    /// <summary>The one constant text that a value always is, also through a local variable or a field that is set once.</summary>
    public string? OnlyText(ExpressionSyntax expression)
    {
        if (Constant(expression) is { } text)
        {
            return text;
        }

        return Origins(expression) is [var origin] && origin != expression ? Constant(origin) : null;
    }

    /// <summary>One step back. Nothing means that the way ends here.</summary>
    private List<ExpressionSyntax> Next(ExpressionSyntax expression, ref int calls)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return [parenthesized.Expression];
            case CastExpressionSyntax cast:
                return [cast.Expression];
            case AwaitExpressionSyntax await:
                return [await.Expression];
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } unary:
                return [unary.Operand];
            case ConditionalExpressionSyntax conditional:
                return [conditional.WhenTrue, conditional.WhenFalse];
            case SwitchExpressionSyntax @switch:
                return [.. @switch.Arms.Select(arm => arm.Expression)];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression } binary:
                return [binary.Left, binary.Right];
            case AssignmentExpressionSyntax assignment:
                return [assignment.Right];
            case InterpolatedStringExpressionSyntax interpolated:
                return
                [
                    .. interpolated.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression),
                ];
            case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax call } conditional when Passing.Is(CodeFile.NameOf(call)):
                return [conditional.Expression, .. Arguments(call)];
            case InvocationExpressionSyntax call when Passing.Is(CodeFile.NameOf(call)):
                return [.. Receiver(call), .. Arguments(call)];
            case InvocationExpressionSyntax call when calls < MaxCalls:
                calls++;
                return Returned(Symbol(call.Expression) as IMethodSymbol);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation when IsString(creation):
                return [.. arguments.Select(argument => argument.Expression)];
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return Assigned(Symbol(expression), ref calls);
            default:
                return [];
        }
    }

    public ISymbol? Symbol(ExpressionSyntax expression)
    {
        if (!IsHere(expression))
        {
            return null;
        }

        var info = model.GetSymbolInfo(expression, cancellationToken);
        return info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null);
    }

    /// <summary>The model knows one file: a helper method of another is read, but not asked about.</summary>
    private bool IsHere(SyntaxNode node) => node.SyntaxTree == model.SyntaxTree;

    private static bool IsString(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: var type } && type.ToString() is "string" or "String" or "System.String";

    private static IEnumerable<ExpressionSyntax> Arguments(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression).Where(argument => argument is not AnonymousFunctionExpressionSyntax);

    /// <summary>What a call is made on, unless that is a type or a factory, such as <c>Encoding.UTF8</c>.</summary>
    private IEnumerable<ExpressionSyntax> Receiver(InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
            && !receiver.ToString().StartsWith("Encoding.", StringComparison.Ordinal)
            && receiver is not PredefinedTypeSyntax
            && Symbol(receiver) is not (INamedTypeSymbol or INamespaceSymbol))
        {
            yield return receiver;
        }
    }

    /// <summary>What a helper method of this compilation returns.</summary>
    private static List<ExpressionSyntax> Returned(IMethodSymbol? method)
    {
        var returned = new List<ExpressionSyntax>();
        if (method is { IsAbstract: false, DeclaringSyntaxReferences: { Length: 1 } references }
            && references[0].GetSyntax() is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        {
            AddReturned(references[0].GetSyntax(), returned);
        }

        return returned;
    }

    private static void AddReturned(SyntaxNode body, List<ExpressionSyntax> returned)
    {
        foreach (var node in body.DescendantNodes(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || child == body))
        {
            switch (node)
            {
                case ReturnStatementSyntax { Expression: { } value }:
                    returned.Add(value);
                    break;
                case ArrowExpressionClauseSyntax { Expression: var value } when node.Parent == body || node.Parent is AccessorDeclarationSyntax:
                    returned.Add(value);
                    break;
            }
        }
    }

    /// <summary>Everything that a variable, field or property is given in its own file.</summary>
    private List<ExpressionSyntax> Assigned(ISymbol? symbol, ref int calls)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) || symbol.DeclaringSyntaxReferences.Length != 1)
        {
            return [];
        }

        var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var assigned = new List<ExpressionSyntax>();
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: var value }:
                assigned.Add(value);
                break;
            case PropertyDeclarationSyntax property:
                if (property.Initializer is { Value: var initial })
                {
                    assigned.Add(initial);
                }

                if (property.ExpressionBody is not null || property.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true)
                {
                    AddReturned(property, assigned);
                }

                break;
        }

        // A literal field of another file is seen; what else it may be given there is not.
        if (declaration.SyntaxTree != model.SyntaxTree || symbol is IFieldSymbol { IsConst: true })
        {
            return assigned;
        }

        var scope = symbol is ILocalSymbol ? CodeFile.MemberOf(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        foreach (var assignment in (scope ?? declaration).DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (CodeFile.NameOf(assignment.Left) == symbol.Name && SymbolEqualityComparer.Default.Equals(Symbol(assignment.Left), symbol))
            {
                assigned.Add(assignment.Right);
            }
        }

        return assigned;
    }
}
