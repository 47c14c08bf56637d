using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// Finds the secrets that an expression carries as they are. What counts, compares, cuts or hashes one is not followed, and neither is a
/// call that is not known: <c>Mask(token)</c> is no token.
/// </summary>
internal sealed class SecretReader(CodeFile file)
{
    private const int MaxSteps = 200;
    private const int MaxVariables = 3;
    private const int MaxDepth = 40;

    private int _depth;
    private HashSet<string>? _tokens;
    private HashSet<string>? _codes;

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

    private SecretKind? OfMember(string name, ExpressionSyntax? receiver, ExpressionSyntax whole, int variables)
    {
        if (IsConstantName(name) || (receiver is not null && ListsNames(receiver)))
        {
            return null;
        }

        var kind = SecretNames.OfIdentifier(name, file.Options);
        if (kind is null && Aliases().Contains(whole.ToString()) && !name.EndsWith("Url", StringComparison.Ordinal))
        {
            kind = SecretKind.Token;
        }

        if (kind is null && (name is "code" or "Code") && Codes().Contains(whole.ToString()))
        {
            kind = SecretKind.Code;
        }

        if (kind is null && receiver is not null)
        {
            kind = OfPart(name, receiver) ?? OfRequest(name, receiver, whole) ?? OfBody(name, receiver);
        }

        if (kind is null && Words.Of(name) is ["authorization", "response"])
        {
            kind = SecretKind.Callback;
        }

        if (kind is { } known)
        {
            return IsText(whole, known) ? known : null;
        }

        // What a local variable of any name was last given.
        if (whole is IdentifierNameSyntax && variables < MaxVariables && Last(whole) is { } given)
        {
            var isToken = SecretNames.IsAnyToken(name) && given is not AnonymousFunctionExpressionSyntax && Fetched(given);
            if ((isToken && IsText(whole, SecretKind.Token)))
            {
                return SecretKind.Token;
            }

            return In(given, variables + 1) is [var secret, ..] && IsText(whole, secret.Kind) ? secret.Kind : null;
        }

        return null;
    }

    /// <summary><c>tokenResponse.Raw</c>, <c>accessToken.Value</c>, <c>login.Token</c>.</summary>
    private SecretKind? OfPart(string name, ExpressionSyntax receiver)
    {
        var owner = CodeFile.NameOf(receiver);
        if (owner is null)
        {
            return null;
        }

        if (name is "Token" or "Jwt" or "Bearer")
        {
            return Words.Of(owner).Exists(SignIn.Contains) || SecretNames.IsAnyToken(owner) ? SecretKind.Token : null;
        }

        if (name is "Code")
        {
            return Words.Of(owner) is [.., not ("error" or "exception" or "status")] and var words && words.Exists(SignIn.Contains) ? SecretKind.Code : null;
        }

        if (!Wholes.Contains(name))
        {
            return null;
        }

        return SecretNames.OfIdentifier(owner, file.Options) is { } kind and (SecretKind.Token or SecretKind.TokenReply or SecretKind.ClientSecret) ? kind
            : SecretNames.IsAnyToken(owner) && name is not ("Text" or "Value") ? SecretKind.Token
            : null;
    }

    /// <summary>The body of a reply that a library has read already.</summary>
    private SecretKind? OfBody(string name, ExpressionSyntax receiver) =>
        name is "Content" or "text" or "Body" or "ResponseText" && TokenReplies.IsOne(file, receiver) ? SecretKind.TokenReply : null;

    /// <summary>The whole query or URL of a request that a method takes a code from.</summary>
    private static SecretKind? OfRequest(string name, ExpressionSyntax receiver, SyntaxNode whole) =>
        name is "QueryString" or "Query" or "RawUrl" or "Url" or "RequestUri"
        && CodeFile.NameOf(receiver) is "Request" or "request"
        && CodeFile.MemberOf(whole) is { } member
        && (member.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.ValueText == "code")
            || member.DescendantNodes().OfType<ParameterSyntax>().Any(parameter => parameter.Identifier.ValueText == "code"))
            ? SecretKind.Callback
            : null;

    private SecretKind? OfKey(ExpressionSyntax receiver, ExpressionSyntax key)
    {
        if (key is RangeExpressionSyntax || file.Constant(key) is not { } text)
        {
            return null;
        }

        var name = text.Substring(text.LastIndexOf(':') + 1);
        return OAuthNames.Of(name) is OAuthNames.Code ? (IsCallback(receiver) ? SecretKind.Code : null)
            : OAuthNames.OfIdentifier(name) is { } registered && registered != OAuthNames.Code ? SecretNames.OfParameter(registered)
            : null;
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

    /// <summary>
    /// Whether the secret is in the text of an expression: a number, a flag or an object that prints its type's name is none. Without
    /// symbols it is.
    /// </summary>
    private bool IsText(ExpressionSyntax expression, SecretKind kind)
    {
        if (file.Constant(expression) is not null)
        {
            return false;
        }

        var symbol = file.Values.Symbol(expression);
        if (kind is SecretKind.Callback && symbol is IPropertySymbol)
        {
            return true;
        }

        return symbol switch
        {
            INamedTypeSymbol or INamespaceSymbol => false,
            IMethodSymbol method when expression is InvocationExpressionSyntax => Prints(method.ReturnType),
            IMethodSymbol => false,
            IFieldSymbol { IsConst: true } => false,
            ILocalSymbol local => Prints(local.Type) && !(kind is SecretKind.TokenReply && local.Type is IErrorTypeSymbol && IsObject(expression)),
            IFieldSymbol field => Prints(field.Type),
            IPropertySymbol property => Prints(property.Type),
            IParameterSymbol parameter => Prints(parameter.Type),
            _ => kind is not SecretKind.TokenReply || expression is not IdentifierNameSyntax || !IsObject(expression),
        };
    }

    /// <summary>A reply of a type that is not known, made by a call that gives objects: it prints the name of its type.</summary>
    private bool IsObject(ExpressionSyntax expression) =>
        Last(expression) is { } given && given.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call && !TokenReplies.Reads(CodeFile.NameOf(call))
        && CodeFile.NameOf(call) is not ("Serialize" or "SerializeObject" or "ToJson" or "ToString");

    private static bool Prints(ITypeSymbol type)
    {
        if (type is IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char })
        {
            return true;
        }

        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
        {
            return true;
        }

        // Task<string> stands for its result: whether it is awaited is for others to say.
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] })
        {
            return Prints(result);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.SpecialType is not SpecialType.None || type.Name is "CancellationToken" or "SecureString" or "TimeSpan" or "DateTime" or "DateTimeOffset")
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is IErrorTypeSymbol || current.IsRecord)
            {
                return true;
            }

            if (current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                return false;
            }

            if (current.GetMembers("ToString").Any(member => member is IMethodSymbol { IsOverride: true, Parameters.Length: 0 }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the file sends as a token, whatever it calls it: <c>new("Bearer", x)</c>, <c>["access_token"] = x</c>.</summary>
    private HashSet<string> Aliases()
    {
        if (_tokens is not null)
        {
            return _tokens;
        }

        _tokens = new(StringComparer.Ordinal);
        foreach (var field in file.Fields)
        {
            if (field.IsOnWire && SecretNames.OfParameter(field.Name) is SecretKind.Token)
            {
                AddName(_tokens, field.Value.Expression);
            }
        }

        foreach (var text in file.Texts)
        {
            for (var i = 0; i + 1 < text.Parts.Length; i++)
            {
                if (text.Parts[i].Text?.EndsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true)
                {
                    AddName(_tokens, text.Parts[i + 1].Expression);
                }
            }
        }

        foreach (var creation in file.Creations)
        {
            if (creation.ArgumentList is { Arguments: [{ Expression: var scheme }, { Expression: var parameter }] }
                && (file.Constant(scheme) is "Bearer" or "bearer" || scheme.ToString().EndsWith("AuthenticationScheme", StringComparison.Ordinal)))
            {
                AddName(_tokens, parameter);
            }
        }

        return _tokens;
    }

    private HashSet<string> Codes()
    {
        if (_codes is not null)
        {
            return _codes;
        }

        _codes = new(StringComparer.Ordinal);
        foreach (var group in file.Groups.Where(group => group.IsOAuth))
        {
            AddName(_codes, group.Find(OAuthNames.Code)?.Value.Expression);
        }

        // Nobody else has a code and a state side by side.
        foreach (var method in file.Methods.Where(method => method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "state")))
        {
            foreach (var parameter in method.ParameterList.Parameters.Where(parameter => parameter.Identifier.ValueText == "code"))
            {
                _codes.Add("code");
            }
        }

        return _codes;
    }

    private static void AddName(HashSet<string> names, ExpressionSyntax? expression)
    {
        if (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && CodeFile.NameOf(expression) is { } name && !Words.Of(name).Exists(Neutral.Contains))
        {
            names.Add(expression.ToString());
        }
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

    private static readonly ImmutableHashSet<string> SignIn = ImmutableHashSet.Create(
        StringComparer.Ordinal, "auth", "authentication", "authorization", "oauth", "oidc", "login", "signin", "jwt", "bearer", "credential", "credentials");

    /// <summary>Members that are all of their owner.</summary>
    private static readonly ImmutableHashSet<string> Wholes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Value", "Raw", "RawData", "RawContent", "RawResponse", "Json", "Text", "Content", "Body", "ResponseBody", "Data", "Doc", "Result", "EncodedToken", "Response", "Root", "RootElement");

    private static readonly ImmutableHashSet<string> Reads = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "GetTokenAsync", "GetToken", "GetTokenValue", "GetValue", "GetString", "Get", "Value", "GetProperty", "SelectToken", "GetValueOrDefault", "GetStringOrDefault",
        "FindFirst", "FindFirstValue", "GetEnvironmentVariable", "TryGet", "GetSection", "GetClaim", "GetClaimValue", "GetOrDefault", "GetStringValue");

    private static readonly ImmutableHashSet<string> Serializes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Serialize", "SerializeObject", "ToJson", "ToJsonString", "Dump", "ToPrettyString", "JsonEncode", "SerializeToString");

    /// <summary>Calls whose result is what they were given or made on, if in another form.</summary>
    private static readonly ImmutableHashSet<string> Keeps = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ToString", "Trim", "TrimEnd", "TrimStart", "GetString", "GetRawText", "Value", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault",
        "ConfigureAwait", "GetAwaiter", "GetResult", "UrlEncode", "UrlDecode", "EscapeDataString", "UnescapeDataString", "HtmlEncode", "GetBytes", "ToBase64String", "WriteToken",
        "FromResult", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Encode", "AsString", "ToArray", "Raw");

    private static readonly ImmutableHashSet<string> Lists = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "names", "name", "constants", "constant", "consts", "types", "type", "keys", "key", "kind", "kinds", "step", "steps", "parameters", "params", "fields", "field",
        "scopes", "hints", "hint", "grant", "grants", "defaults", "strings", "resources", "messages", "errors", "events", "claims", "status", "state", "states", "category",
        "categories", "usage", "usages", "destinations", "mode", "properties", "permissions", "columns", "cookies", "headers", "schemes", "enum", "flags");

    /// <summary>Words of variables that hold one thing here and another there.</summary>
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.Ordinal, "value", "values", "result", "url", "uri", "json", "data", "text", "s", "str", "item", "x", "empty", "id", "name", "type", "count");
}
