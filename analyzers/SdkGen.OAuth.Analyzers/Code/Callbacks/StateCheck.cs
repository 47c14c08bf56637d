using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// Finds where the <c>state</c> of a callback is compared with what was sent: by a comparison, as the key of a store, or by a method that is
/// given it. Methods of this compilation are looked into; of others it is assumed that they do what they are given the state for.
/// </summary>
internal sealed class StateCheck(CodeFile file)
{
    private const int MaxDepth = 2;
    private const int MaxBodies = 60;

    private static readonly HashSet<string> OtherStates = new(StringComparer.OrdinalIgnoreCase)
    {
        "ModelState", "EntityState", "ViewState", "WindowState", "ConnectionState", "CheckState", "ReadyState", "VisualState", "SessionState",
        "ControlState", "PageState", "AppState", "LoadState", "FormWindowState", "CommunicationState", "VisualStateManager",
    };

    private static readonly HashSet<string> Equalities = new(StringComparer.Ordinal)
    {
        "Equals", "FixedTimeEquals", "SequenceEqual", "Compare", "CompareTo", "CompareOrdinal", "SlowEquals", "ConstantTimeEquals", "ConstantTimeCompare",
        "SecureCompare", "TimeConstantCompare",
    };

    private static readonly string[] Lookups =
    [
        "Get", "TryGet", "TryRemove", "TryTake", "TryPop", "ContainsKey", "Contains", "Remove", "Find", "First", "Single", "Last", "Any", "Pop", "Take",
        "Consume", "Lookup", "Load", "Retrieve", "Resolve", "Fetch", "Query", "Exists", "Has", "Unprotect", "Decrypt", "Unseal", "StringGet", "KeyDelete",
        "HashGet", "Where", "ReadToken", "ReadJwt", "Delete", "IndexOf",
    ];

    private static readonly string[] Validators = ["valid", "verif", "check", "consume", "match", "redeem", "confirm", "ensure", "assert", "require", "guard"];

    /// <summary>What a state may be given to without being checked there.</summary>
    private static readonly string[] Harmless =
    [
        "IsNullOr", "Log", "Write", "Debug", "Trace", "Information", "Info", "Warn", "Error", "Parse", "TryParse", "Deserialize", "Append", "Add", "Set", "Redirect",
        "View", "Json", "Ok", "Content", "BadRequest", "Unauthorized", "StatusCode", "Split", "Serialize", "nameof", "Print", "Show", "Start", "From", "Convert",
        "Build", "Create", "New", "Map", "Throw", "Not", "Invoke",
    ];

    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>Whether a member, or a method that it calls, checks the state.</summary>
    public bool IsIn(SyntaxNode body) => IsIn(body, MaxDepth);

    /// <summary>Whether an expression is a state, by what it is called or read from.</summary>
    public static bool IsState(ExpressionSyntax expression, HashSet<string>? aliases = null)
    {
        foreach (var node in expression.DescendantNodesAndSelf(node =>
            node is not (AnonymousFunctionExpressionSyntax or InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax)
            && !(node is InvocationExpressionSyntax call && Words.Contains(CodeFile.NameOf(call), "url", "uri", "link") && !Passing.Is(CodeFile.NameOf(call)))))
        {
            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: var name } when IsStateName(name) || aliases?.Contains(name) == true:
                    return true;
                case LiteralExpressionSyntax { Token.Value: string text } literal when literal != expression && IsKey(text) && literal.Parent is ArgumentSyntax:
                    return true;
            }
        }

        return false;
    }

    public static bool IsStateName(string name) =>
        !OtherStates.Contains(name)
        && Words.Has(name, word => word is "state" or "csrf" or "xsrf" or "antiforgery" || (word.EndsWith("state", StringComparison.Ordinal) && word.Length <= 14 && word != "estate"));

    private static bool IsKey(string text) => text is "state" or "State" or "oauth_state" or "oauthState" or "csrf";

    private bool IsIn(SyntaxNode body, int depth)
    {
        if (_seen.Count >= MaxBodies || !_seen.Add(body))
        {
            return false;
        }

        var aliases = Aliases(body);
        foreach (var node in body.DescendantNodes())
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            var found = node switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                    IsComparison(comparison.Left, comparison.Right, aliases),
                ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element =>
                    key is not LiteralExpressionSyntax && IsState(key, aliases) && !(element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element),
                InvocationExpressionSyntax call => IsCheck(call, aliases, depth),
                _ => false,
            };
            if (found)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Variables that hold a state without being called so.</summary>
    private static HashSet<string> Aliases(SyntaxNode body)
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when IsState(value) && value is not AwaitExpressionSyntax:
                    aliases.Add(variable.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: ElementAccessExpressionSyntax or InvocationExpressionSyntax } assignment when IsState(assignment.Right):
                    aliases.Add(name.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designation when designation.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } pattern && IsState(pattern.Expression):
                    aliases.Add(designation.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent.Parent: ArgumentListSyntax list } } designation
                    when list.Arguments.Any(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string text } && IsKey(text)):
                    aliases.Add(designation.Identifier.ValueText);
                    break;
            }
        }

        // What a state is parsed into: Guid.TryParse(state, out var key).
        foreach (var list in body.DescendantNodes().OfType<ArgumentListSyntax>())
        {
            foreach (var argument in list.Arguments)
            {
                if (argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
                    && argument.Expression is IdentifierNameSyntax or DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax }
                    && list.Parent is InvocationExpressionSyntax call && Words.StartsWith(CodeFile.NameOf(call), "TryParse", "TryDecode", "TryGet")
                    && list.Arguments[0].Expression is { } first && first != argument.Expression && first is not LiteralExpressionSyntax && IsState(first))
                {
                    aliases.Add(argument.Expression is IdentifierNameSyntax name ? name.Identifier.ValueText
                        : ((SingleVariableDesignationSyntax)((DeclarationExpressionSyntax)argument.Expression).Designation).Identifier.ValueText);
                }
            }
        }

        return aliases;
    }

    private static bool IsComparison(ExpressionSyntax left, ExpressionSyntax right, HashSet<string> aliases) =>
        (IsState(left, aliases) || IsState(right, aliases))
        && !IsFixed(left) && !IsFixed(right)
        && left.ToString() != right.ToString();

    /// <summary>Nothing that was made for one login: a literal, nothing, or a member of an enumeration of states.</summary>
    private static bool IsFixed(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var name } =>
            (name == "Empty" && type.ToString() is "string" or "String" or "Guid" or "System.String")
            || (CodeFile.NameOf(type) is { Length: > 0 } owner && char.IsUpper(owner[0]) && Words.Has(owner, word => word is "state" or "status" or "states" or "type")
                && char.IsUpper(name[0]) && type is IdentifierNameSyntax),
        ParenthesizedExpressionSyntax parenthesized => IsFixed(parenthesized.Expression),
        _ => false,
    };

    private bool IsCheck(InvocationExpressionSyntax call, HashSet<string> aliases, int depth)
    {
        if (CodeFile.NameOf(call) is not { } name)
        {
            return false;
        }

        if (name is "RedeemAuthorizationCodeAsync" or "ProcessResponseAsync" or "AuthenticateInteractivelyAsync" or "HandleRemoteAuthenticateAsync")
        {
            // This library's, OidcClient's, OpenIddict's and ASP.NET Core's: none of them redeems a code before its state is checked.
            return true;
        }

        var arguments = call.ArgumentList.Arguments;
        var given = arguments.Any(argument => IsState(argument.Expression, aliases) && !argument.ToString().Contains("state="));
        if (Equalities.Contains(name))
        {
            var receiver = CodeFile.ReceiverOf(call);
            var operands = arguments.Take(2).Select(argument => argument.Expression).ToList();
            if (operands.Count == 1 && receiver is not null)
            {
                operands.Add(receiver);
            }

            return operands.Count == 2 && IsComparison(operands[0], operands[1], aliases);
        }

        var validates = Words.Contains(name, Validators) || file.Options.StateValidators.Contains(name, StringComparer.Ordinal);
        if (given && file.Options.StateValidators.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        if (!given && !validates && depth == 0)
        {
            return false;
        }

        var method = file.Values.Symbol(call.Expression) as IMethodSymbol;
        if (Body(method) is { } body)
        {
            return (given && validates) || (depth > 0 && IsIn(body, depth - 1));
        }

        if (given)
        {
            return validates
                || (!Words.Contains(name, "url", "uri", "link")
                    && (Words.StartsWith(name, Lookups) || (method is null && !Words.StartsWith(name, Harmless) && !Passing.Is(name))));
        }

        // Somebody else's validator of the whole callback.
        return validates && method is null
            && (IsStateName(name) || Words.Contains(name, "csrf", "callback") || arguments.Any(argument => Words.Contains(argument.ToString(), "Request", "callback", "response", "query")));
    }

    /// <summary>The body of a method of this compilation.</summary>
    private SyntaxNode? Body(IMethodSymbol? method) =>
        method is { IsAbstract: false, DeclaringSyntaxReferences: { Length: > 0 } references }
        && references[0].GetSyntax(file.CancellationToken) is { } declaration
        && declaration is BaseMethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax
            ? declaration
            : null;
}
