using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// Finds the secrets that an expression carries as they are. What counts, compares, cuts or hashes one is not followed, and neither is a
/// call that is not known: <c>Mask(token)</c> is no token.
/// </summary>
internal sealed partial class SecretReader(CodeFile file)
{
    private const int MaxSteps = 200;
    private const int MaxVariables = 3;
    private const int MaxDepth = 40;

    private readonly SentValues _sent = new(file);
    private int _depth;

    /// <summary>The secrets in a text, an argument or whatever else is written somewhere.</summary>
    public List<Secret> In(ExpressionSyntax expression) => In(expression, 0);

    /// <summary>The kind of one expression, if it is a secret by itself.</summary>
    public SecretKind? KindOf(ExpressionSyntax expression) => In(expression, 0) is [var secret, ..] ? secret.Kind : null;

    /// <summary>Whether a value called <c>token</c> or the like may be one, where the text around it says so.</summary>
    public bool IsLabelled(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && SecretNames.IsAnyToken(CodeFile.NameOf(expression)) && IsText(expression, SecretKind.Token);

    private List<Secret> In(ExpressionSyntax expression, int variables)
    {
        var found = new List<Secret>();
        if (_depth >= MaxDepth)
        {
            return found;
        }

        _depth++;
        var work = new Stack<ExpressionSyntax>();
        work.Push(expression);
        for (var steps = 0; work.Count > 0 && steps < MaxSteps; steps++)
        {
            var current = work.Pop();
            switch (current)
            {
                case LiteralExpressionSyntax or IsPatternExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax:
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    work.Push(parenthesized.Expression);
                    break;
                case CastExpressionSyntax cast:
                    work.Push(cast.Expression);
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } unary:
                    work.Push(unary.Operand);
                    break;
                case ConditionalExpressionSyntax { Condition: var condition } when condition.ToString().Contains(".Length"):
                    // Too short to be cut: what is long is.
                    break;
                case ConditionalExpressionSyntax conditional:
                    work.Push(conditional.WhenFalse);
                    work.Push(conditional.WhenTrue);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } binary:
                    work.Push(binary.Right);
                    work.Push(binary.Left);
                    break;
                case BinaryExpressionSyntax:
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var hole in interpolated.Contents.OfType<InterpolationSyntax>().Reverse())
                    {
                        work.Push(hole.Expression);
                    }

                    break;
                case LambdaExpressionSyntax { ExpressionBody: { } body }:
                    work.Push(body);
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call when Joins(call):
                    foreach (var argument in arguments.Reverse())
                    {
                        work.Push(argument.Expression);
                    }

                    break;
                case AnonymousObjectCreationExpressionSyntax anonymous:
                    foreach (var member in anonymous.Initializers.Reverse())
                    {
                        work.Push(member.Expression);
                    }

                    break;
                default:
                    if (Of(current, variables) is { } kind)
                    {
                        found.Add(new(current, kind, NameOf(current)));
                    }

                    break;
            }
        }

        _depth--;
        return found;
    }

    /// <summary>What a message calls an expression: never a text of the program.</summary>
    private static string NameOf(ExpressionSyntax expression) =>
        CodeFile.NameOf(expression)
        ?? (expression is InvocationExpressionSyntax call ? CodeFile.NameOf(call) : null)
        ?? (expression is ElementAccessExpressionSyntax element ? CodeFile.NameOf(element.Expression) : null)
        ?? "this";

    private SecretKind? Of(ExpressionSyntax expression, int variables) => expression switch
    {
        AwaitExpressionSyntax await => Of(await.Expression, variables),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } element => OfKey(element.Expression, key.Expression),
        InvocationExpressionSyntax call => OfCall(call, variables),
        ConditionalAccessExpressionSyntax conditional => OfConditional(conditional, variables),
        // A task's.
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: InvocationExpressionSyntax task } => OfCall(task, variables),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => OfName(expression, variables),
        _ => null,
    };

    private SecretKind? OfConditional(ConditionalAccessExpressionSyntax conditional, int variables) => conditional.WhenNotNull switch
    {
        MemberBindingExpressionSyntax member => OfMember(member.Name.Identifier.ValueText, conditional.Expression, conditional, variables),
        ElementBindingExpressionSyntax { ArgumentList.Arguments: [var key] } => OfKey(conditional.Expression, key.Expression),
        InvocationExpressionSyntax call => OfCall(call, variables),
        // The last step of a?.B?.C says what it is.
        ConditionalAccessExpressionSyntax rest when CodeFile.NameOf(rest) is { } name => OfMember(name, null, conditional, variables),
        MemberAccessExpressionSyntax member => OfMember(member.Name.Identifier.ValueText, null, conditional, variables),
        _ => null,
    };

    private SecretKind? OfName(ExpressionSyntax expression, int variables)
    {
        var (name, receiver) = expression is MemberAccessExpressionSyntax member
            ? (member.Name.Identifier.ValueText, member.Expression)
            : (((IdentifierNameSyntax)expression).Identifier.ValueText, null);
        return OfMember(name, receiver, expression, variables);
    }

    private SecretKind? OfCall(InvocationExpressionSyntax call, int variables)
    {
        var name = CodeFile.NameOf(call);
        if (name is null or "nameof")
        {
            return null;
        }

        var receiver = CodeFile.ReceiverOf(call);
        var arguments = call.ArgumentList.Arguments;
        if (Reads.Contains(name) && arguments.Count > 0)
        {
            foreach (var argument in arguments)
            {
                if (OfKey(receiver ?? call, argument.Expression) is { } kind)
                {
                    return kind;
                }
            }
        }

        if (TokenReplies.Reads(name) && variables < MaxVariables)
        {
            return TokenReplies.IsOne(file, call) ? SecretKind.TokenReply : null;
        }

        if (Serializes.Contains(name))
        {
            return arguments.Select(argument => OfObject(argument.Expression)).FirstOrDefault(kind => kind is not null)
                ?? (receiver is null ? null : OfObject(receiver));
        }

        if (Keeps.Contains(name) || (name == "Parse" && receiver?.ToString() is "JObject" or "JToken" or "JsonNode"))
        {
            if (receiver is not null && In(receiver, variables) is [var secret, ..])
            {
                return secret.Kind;
            }

            foreach (var argument in arguments)
            {
                if (In(argument.Expression, variables) is [var inner, ..])
                {
                    return inner.Kind;
                }
            }

            return null;
        }

        return SecretNames.Fetches(name, out var isCertain) && isCertain && IsText(call, SecretKind.Token)
            ? name.EndsWith("Secret", StringComparison.OrdinalIgnoreCase) ? SecretKind.ClientSecret : SecretKind.Token
            : null;
    }

    /// <summary>An object that is written out with all its members.</summary>
    private SecretKind? OfObject(ExpressionSyntax expression)
    {
        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var part, Expression: var owner } && Wholes.Contains(part))
        {
            return CodeFile.NameOf(owner) is { } reply && SecretNames.IsReply(reply) ? SecretKind.TokenReply : KindOf(expression);
        }

        return CodeFile.NameOf(expression) is { } name && (SecretNames.IsReply(name) || SecretNames.IsAnyToken(name)) && expression is not InvocationExpressionSyntax
            ? SecretKind.TokenReply
            : In(expression, MaxVariables - 1) is [var secret, ..] ? secret.Kind : null;
    }

    private static bool Fetched(ExpressionSyntax given)
    {
        var call = given;
        while (call is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax
            || (call is InvocationExpressionSyntax invocation && CodeFile.NameOf(invocation) is "ConfigureAwait" or "GetAwaiter" or "GetResult"))
        {
            call = call switch
            {
                AwaitExpressionSyntax await => await.Expression,
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                CastExpressionSyntax cast => cast.Expression,
                MemberAccessExpressionSyntax member => member.Expression,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
                _ => null!,
            };
            if (call is null)
            {
                return false;
            }
        }

        return call is InvocationExpressionSyntax fetch && SecretNames.Fetches(CodeFile.NameOf(fetch), out _);
    }

    /// <summary>The last thing that a variable is given before it is used.</summary>
    private ExpressionSyntax? Last(ExpressionSyntax variable)
    {
        ExpressionSyntax? last = null;
        foreach (var given in file.Values.Given(variable))
        {
            if (given.SpanStart < variable.SpanStart && (last is null || given.SpanStart > last.SpanStart) && !given.Span.Contains(variable.Span))
            {
                last = given;
            }
        }

        return last;
    }

    /// <summary><c>string.Format</c> and the like: each argument is a part of the text.</summary>
    private static bool Joins(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" or "Join", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } };

    private static bool IsConstantName(string name) => name.Contains('_') && !name.Any(char.IsLower);

    /// <summary>Types that list names: <c>OAuthConstants.AccessToken</c>, <c>Step.AccessToken</c>; and those that are made of a .resx file.</summary>
    private bool ListsNames(ExpressionSyntax receiver)
    {
        if (CodeFile.NameOf(receiver) is not { Length: > 0 } name || !char.IsUpper(name[0]))
        {
            return false;
        }

        var words = Words.Of(name);
        return (words.Count > 0 && Lists.Contains(words[words.Count - 1]))
            || (file.Values.Symbol(receiver) is INamedTypeSymbol type && !type.GetMembers("ResourceManager").IsEmpty);
    }

    /// <summary>The parameters that the provider sent to a callback.</summary>
    private static bool IsCallback(ExpressionSyntax receiver)
    {
        var text = receiver.ToString();
        return text.Length < 200
            && (text.IndexOf("Query", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("Request", StringComparison.Ordinal) >= 0
                || text.EndsWith(".Params", StringComparison.Ordinal) || text.IndexOf("callback", StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
