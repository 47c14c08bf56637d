using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Finds where authorization codes come into a file.</summary>
internal static partial class CallbackReader
{
    private static readonly string[] Queries =
        ["query", "request", "param", "callback", "url", "uri", "form", "listener", "fragment", "nvc", "collection", "redirect", "authresult", "authenticatorresult", "activat", "activity"];

    private static readonly string[] NoQueries = ["json", "error", "jobject", "element", "rootelement", "deserialize", "body", "token"];

    private static readonly string[] OAuthPlaces = ["oauth", "authori", "openid", "oidc", "callback", "signin", "login", "sso", "exchange", "connect", "consent"];

    private static readonly string[] OtherCodes =
    [
        "confirm", "reset", "password", "email", "phone", "sms", "twofactor", "2fa", "mfa", "totp", "recovery", "authenticator", "verify", "verification", "coupon",
        "voucher", "zip", "postal", "country", "currency", "language", "status", "device", "captcha", "invite", "promo", "otp", "product", "barcode", "qrcode",
    ];

    public static IEnumerable<CallbackCode> Read(CodeFile file)
    {
        if (file.Types.Exists(IsHandler))
        {
            yield break;
        }

        foreach (var (node, source) in Reads(file, "code"))
        {
            if (IsQuery(file, source) && ScopeOf(node) is { } scope and not PropertyDeclarationSyntax && IsOAuthPlace(file, scope) && !AnswersTokenRequests(file, scope) && !IsKeyOfTokenRequest(node))
            {
                yield return new(node, scope, CallbackKind.Request);
            }
        }

        foreach (var text in file.Texts.Where(text => IsCut(text.Node) && text.Parts.Any(part => part.Text is { } piece && piece.IndexOf("code=", StringComparison.Ordinal) >= 0
            && (piece.IndexOf("code=", StringComparison.Ordinal) is var at && (at == 0 || piece[at - 1] is '?' or '&' or '#' or ' ' or '(' or ']')))))
        {
            if (ScopeOf(text.Node) is { } scope && IsOAuthPlace(file, scope))
            {
                yield return new(text.Node, scope, CallbackKind.Request);
            }
        }

        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>().Where(method => method.Body is not null || method.ExpressionBody is not null))
        {
            if (OfMethod(file, method) is { } code)
            {
                yield return code;
            }
        }

        foreach (var call in file.Calls.Where(call => Words.StartsWith(CodeFile.NameOf(call), "Map") && call.ArgumentList.Arguments.Count > 1))
        {
            if (call.ArgumentList.Arguments.Last().Expression is ParenthesizedLambdaExpressionSyntax lambda
                && lambda.ParameterList.Parameters.FirstOrDefault(IsCode) is { } parameter
                && Use(file, lambda, parameter.Identifier.ValueText, strict: false) is { } use)
            {
                yield return new(use, lambda, CodeFile.NameOf(call) == "MapPost" ? CallbackKind.PostedAction : CallbackKind.Action);
            }
        }

        foreach (var code in OfMembers(file))
        {
            yield return code;
        }
    }

    /// <summary>Every place where something is read under a name, and what it is read from.</summary>
    public static IEnumerable<(ExpressionSyntax Node, ExpressionSyntax Source)> Reads(CodeFile file, string name)
    {
        foreach (var element in file.Elements)
        {
            if (element.ArgumentList.Arguments is [{ Expression: var key }]
                && IsName(file, key, name)
                && !(element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element))
            {
                yield return (element, element.Expression);
            }
        }

        foreach (var call in file.Calls)
        {
            var arguments = call.ArgumentList.Arguments;
            if (arguments.Count is 0 or > 4 || !Words.StartsWith(CodeFile.NameOf(call), "Get", "TryGet", "Find", "Read", "Extract", "Parse", "Query", "Value", "First", "Single", "Last", "QueryString"))
            {
                continue;
            }

            var key = arguments.FirstOrDefault(argument => IsName(file, argument.Expression, name));
            if (key is not null)
            {
                var other = arguments.FirstOrDefault(argument => argument != key && argument.Expression is not LiteralExpressionSyntax and not DeclarationExpressionSyntax);
                var receiver = CodeFile.ReceiverOf(call);
                yield return (call, receiver is not (null or ThisExpressionSyntax) ? receiver
                    : other is null || Words.Contains(CodeFile.NameOf(call), "param", "query", "request") ? call.Expression : other.Expression);
            }
        }
    }

    /// <summary>What an authorization server does: it is asked for tokens, and asks for none.</summary>
    private static bool AnswersTokenRequests(CodeFile file, SyntaxNode scope) =>
        Reads(file, "grant_type").Concat(Reads(file, "code_verifier")).Concat(Reads(file, "client_secret")).Any(read => scope.Span.Contains(read.Node.Span) && IsQuery(file, read.Source));

    /// <summary><c>request[TokenRequestParameters.Code]</c>: a server's name for what it is sent.</summary>
    private static bool IsKeyOfTokenRequest(ExpressionSyntax read) =>
        read.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression is MemberAccessExpressionSyntax { Expression: var owner } && Words.Contains(CodeFile.NameOf(owner), "TokenRequest"));

    private static bool IsName(CodeFile file, ExpressionSyntax expression, string name) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text == name || (name == "code" && text is "auth_code" or "authCode" or "authorization_code"),
        IdentifierNameSyntax or MemberAccessExpressionSyntax when Words.Contains(CodeFile.NameOf(expression), name == "code" ? "code" : name) =>
            file.Constant(expression) is { } text
                ? text == name
                : expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var owner }
                    && string.Equals(member, name, StringComparison.OrdinalIgnoreCase) && Words.Contains(CodeFile.NameOf(owner), "Parameter", "Constants"),
        _ => false,
    };

    private static bool IsQuery(CodeFile file, ExpressionSyntax source)
    {
        var text = Short(source);
        if (Words.Contains(text, NoQueries))
        {
            return false;
        }

        return Words.Contains(text, Queries)
            || (source is IdentifierNameSyntax && file.Values.Origins(source).Exists(origin => origin != source && Words.Contains(Short(origin), "ParseQuery", "Query", "Split", "uri", "url", "Properties")
                && !Words.Contains(Short(origin), NoQueries)));
    }

    /// <summary>Whether a text is looked for in another.</summary>
    private static bool IsCut(ExpressionSyntax text) => text.Parent is ArgumentSyntax { Parent.Parent: var user } argument && user switch
    {
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is "IndexOf" or "LastIndexOf" or "Split" or "Match" or "Matches"
            && argument.Parent is ArgumentListSyntax,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString() is "Regex",
        _ => false,
    };

    private static CallbackCode? OfMethod(CodeFile file, MethodDeclarationSyntax method)
    {
        var isAction = Actions.Is(method);
        if (method.ParameterList.Parameters.FirstOrDefault(IsCode) is { } parameter && !Words.Contains(method.Identifier.ValueText, OtherCodes))
        {
            var use = Use(file, method, parameter.Identifier.ValueText, strict: !isAction || !IsOAuthPlace(file, method));
            return use is null ? null
                : new(use, method, !isAction ? CallbackKind.Method : Actions.IsPosted(method, parameter) ? CallbackKind.PostedAction : CallbackKind.Action);
        }

        if (isAction && method.ParameterList.Parameters.FirstOrDefault(IsCallbackModel) is { } model
            && ModelUse(method, model.Identifier.ValueText) is { } given)
        {
            return new(given, method, Actions.IsPosted(method, model) ? CallbackKind.PostedAction : CallbackKind.Action);
        }

        return null;
    }

    /// <summary>A page that is given the code as a property, and calls that are given the code and redirect URI of one thing.</summary>
    private static IEnumerable<CallbackCode> OfMembers(CodeFile file)
    {
        foreach (var property in file.Types.SelectMany(type => type.Members.OfType<PropertyDeclarationSyntax>()))
        {
            if (IsCodeName(property.Identifier.ValueText)
                && property.Parent is TypeDeclarationSyntax type
                && property.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Words.Contains(attribute.Name.ToString(), "FromQuery", "BindProperty"))
                && IsOAuthPlace(file, type)
                && Use(file, type, property.Identifier.ValueText, strict: false) is { } use)
            {
                yield return new(use, type, CallbackKind.Action);
            }
        }

        foreach (var call in file.Calls)
        {
            var arguments = call.ArgumentList.Arguments;
            if (arguments.Count is < 2 or > 8)
            {
                continue;
            }

            var code = arguments.Select(argument => argument.Expression).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(member => IsCodeName(member.Name.Identifier.ValueText));
            if (code is { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } }
                && arguments.Any(argument => argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var other, Expression: IdentifierNameSyntax { Identifier.ValueText: var same } }
                    && same == owner && OAuthNames.Of(other) == OAuthNames.RedirectUri)
                && !arguments.Any(argument => Words.Contains(argument.ToString(), "state", "verifier"))
                && ScopeOf(call) is { } scope)
            {
                yield return new(code, scope, CallbackKind.Member);
            }
        }
    }

    private static bool IsCode(ParameterSyntax parameter) =>
        (IsCodeName(parameter.Identifier.ValueText)
            || parameter.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.ToString() is var text && text.Contains("\"code\"") && text.Contains("From")))
        && parameter.Type?.ToString() is null or "string" or "String" or "string?" or "StringValues" or "System.String";

    private static bool IsCodeName(string name) => OAuthNames.Of(name) == OAuthNames.Code && name.IndexOf("js", StringComparison.OrdinalIgnoreCase) < 0;

    private static bool IsCallbackModel(ParameterSyntax parameter) =>
        parameter.Type?.ToString() is { } type
        && !type.EndsWith("Context", StringComparison.Ordinal) && !type.EndsWith("Options", StringComparison.Ordinal) && !type.Contains("Token") && !type.StartsWith("I", StringComparison.Ordinal)
        && Words.Contains(type, "authori", "oauth", "openid", "oidc")
        && (Words.Contains(type, "Result", "Response", "Callback") || Words.Contains(type, "CodeModel", "CodeRequest"));

    /// <summary>Types whose base compares the state before they are called, and servers.</summary>
    private static bool IsHandler(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(entry => Words.Contains(entry.Type.ToString(), "OAuthHandler", "RemoteAuthenticationHandler", "OpenIdConnectHandler", "OAuthEvents", "OpenIdConnectEvents", "AuthorizationServerProvider")) == true;

    private static bool IsOAuthPlace(CodeFile file, SyntaxNode scope) =>
        file.Fields.Exists(field => field.IsOnWire && field.Name is OAuthNames.GrantType or OAuthNames.RedirectUri or OAuthNames.ResponseType or OAuthNames.ClientSecret)
        || Reads(file, "state").Any(read => scope.Span.Contains(read.Node.Span))
        || Words.Contains((scope as MethodDeclarationSyntax)?.Identifier.ValueText, OAuthPlaces)
        || scope.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => Words.Contains(type.Identifier.ValueText, OAuthPlaces));

    /// <summary>The member or lambda that answers: a lambda in a member is a part of that, unless it is a handler by itself.</summary>
    private static SyntaxNode? ScopeOf(SyntaxNode node) =>
        node.Ancestors().OfType<LambdaExpressionSyntax>().LastOrDefault(lambda => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Words.StartsWith(CodeFile.NameOf(call), "Map"))
        ?? CodeFile.MemberOf(node);

    private static bool Mentions(ExpressionSyntax expression, string name) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name
            && !(identifier.Parent is MemberAccessExpressionSyntax member && member.Name == identifier && member.Expression is not ThisExpressionSyntax));

    private static string Short(ExpressionSyntax expression) => expression.Span.Length > 400 ? "" : expression.ToString();
}
