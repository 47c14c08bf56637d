using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells whether the body of a reply that is read is that of a token endpoint.</summary>
internal static class TokenReplies
{
    private const int MaxHops = 6;

    /// <summary>Calls that read a body as a text.</summary>
    public static bool Reads(string? method) => method is not null && Readers.Contains(method);

    public static bool IsOne(CodeFile file, ExpressionSyntax read)
    {
        // The request: what is read from it, or the call by which it is read.
        var seen = new HashSet<SyntaxNode>();
        var work = new Queue<ExpressionSyntax>();
        work.Enqueue(read);
        for (var hops = 0; work.Count > 0 && hops < MaxHops * 4; hops++)
        {
            var current = work.Dequeue();
            if (!seen.Add(current))
            {
                continue;
            }

            switch (current)
            {
                case AwaitExpressionSyntax await:
                    work.Enqueue(await.Expression);
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    work.Enqueue(parenthesized.Expression);
                    break;
                case CastExpressionSyntax cast:
                    work.Enqueue(cast.Expression);
                    break;
                case MemberAccessExpressionSyntax { Expression: var owner }:
                    work.Enqueue(owner);
                    break;
                case ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [{ Expression: var stream }, ..] } when type.ToString().EndsWith("StreamReader", StringComparison.Ordinal):
                    work.Enqueue(stream);
                    break;
                case InvocationExpressionSyntax call when CodeFile.NameOf(call) is { } name && Sends(name):
                    if (AsksForToken(file, call))
                    {
                        return true;
                    }

                    if (name.StartsWith("GetResponse", StringComparison.Ordinal) && CodeFile.ReceiverOf(call) is { } web)
                    {
                        work.Enqueue(web);
                    }

                    break;
                case InvocationExpressionSyntax call:
                    if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver })
                    {
                        work.Enqueue(receiver);
                    }

                    break;
                case IdentifierNameSyntax variable:
                    if (IsOfTokenRequest(variable.Identifier.ValueText))
                    {
                        return true;
                    }

                    if (file.Values.Given(current).LastOrDefault(given => given.SpanStart < current.SpanStart) is { } source)
                    {
                        work.Enqueue(source);
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>Whether the node is where something has failed: such replies hold an error, and no token.</summary>
    public static bool IsInFailure(SyntaxNode node)
    {
        for (var current = node; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            switch (current.Parent)
            {
                case CatchClauseSyntax or ThrowStatementSyntax or ThrowExpressionSyntax:
                    return true;
                case IfStatementSyntax @if when current == @if.Statement && SaysFailure(@if.Condition.ToString()):
                case ElseClauseSyntax { Parent: IfStatementSyntax outer } when SaysSuccess(outer.Condition.ToString()):
                    return true;
            }
        }

        return false;
    }

    private static bool SaysFailure(string condition) =>
        condition.Length < 500
        && (Has(condition, "error") || Has(condition, "fail") || Has(condition, "!= HttpStatusCode.OK") || Has(condition, "== null") || Has(condition, "is null")
            || (Has(condition, "IsNullOrEmpty") && !Has(condition, "!string.IsNullOrEmpty")) || (condition.IndexOf('!') >= 0 && Has(condition, "success"))
            || Has(condition, "== false"));

    private static bool SaysSuccess(string condition) =>
        condition.Length < 500
        && (Has(condition, "success") || Has(condition, "succeeded") || Has(condition, "HttpStatusCode.OK") || Has(condition, "!= null") || Has(condition, "is not null")
            || Has(condition, "!string.IsNullOrEmpty") || Has(condition, "TryGet") || Has(condition, "Contains"));

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Sends(string name) =>
        name.StartsWith("Post", StringComparison.Ordinal) || name.StartsWith("Send", StringComparison.Ordinal) || name.StartsWith("Execute", StringComparison.Ordinal)
        || name.StartsWith("Upload", StringComparison.Ordinal) || name.StartsWith("GetResponse", StringComparison.Ordinal) || name.StartsWith("Download", StringComparison.Ordinal)
        || name is "GetAsync" or "GetStringAsync" or "HttpPost" or "HttpGet";

    /// <summary>Whether a call that sends says, in its arguments or one step behind them, that it goes to a token endpoint.</summary>
    private static bool AsksForToken(CodeFile file, InvocationExpressionSyntax call)
    {
        foreach (var expression in call.ArgumentList.Arguments.Select(argument => argument.Expression).Concat(CodeFile.ReceiverOf(call) is { } receiver ? [receiver] : []))
        {
            if (NamesTokenEndpoint(expression.ToString()))
            {
                return true;
            }

            if (expression is IdentifierNameSyntax name)
            {
                if (file.Values.Given(name).Any(given => given.SpanStart < name.SpanStart && NamesTokenEndpoint(given.ToString())))
                {
                    return true;
                }

                if (IsTokenRequest(file, call, name.Identifier.ValueText))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the variable that is sent is given a grant: <c>form["grant_type"] = …</c>, or the content around such a form.</summary>
    private static bool IsTokenRequest(CodeFile file, SyntaxNode call, string variable)
    {
        var member = CodeFile.MemberOf(call);
        return file.Fields.Any(field => field.Name == OAuthNames.GrantType
            && field.Key.SpanStart < call.SpanStart
            && CodeFile.MemberOf(field.Key) == member
            && field.Key.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(declared => declared.Identifier.ValueText)
                .Concat(statement.DescendantNodes().OfType<IdentifierNameSyntax>().Select(used => used.Identifier.ValueText))
                .Contains(variable));
    }

    /// <summary><c>tokenRequest</c>, <c>tokenResponse</c>.</summary>
    private static bool IsOfTokenRequest(string variable) =>
        Words.Of(variable) is [.., "request" or "response" or "reply" or "client"] and var words && words.Exists(word => word is "token" or "tokens");

    private static bool NamesTokenEndpoint(string text)
    {
        if (text.Length > 2000)
        {
            return false;
        }

        foreach (var name in Endpoints)
        {
            if (Has(text, name))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Endpoints =
    [
        "/token\"", "/token?", "tokenrequest", "tokenendpoint", "tokenurl", "tokenuri", "token_endpoint", "tokenaddress", "tokenpath", "oauth/token", "oauth2/token", "connect/token", "/access_token",
        "gettoken?", "/oauth/access", "\"grant_type\"", "grant_type=",
    ];

    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ReadAsStringAsync", "ReadAsString", "ReadToEnd", "ReadToEndAsync", "DownloadString", "DownloadStringTaskAsync", "UploadString", "UploadStringTaskAsync", "UploadValues",
        "UploadValuesTaskAsync", "GetStringAsync", "ReceiveString");
}
