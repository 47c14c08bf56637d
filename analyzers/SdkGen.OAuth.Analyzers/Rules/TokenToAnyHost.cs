using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>
/// OAUTH4006: a bearer token goes wherever a URL leads. It is about three shapes that leave no doubt: a handler that puts a token on every
/// request, a client with a default token that calls a URL out of a reply, and a declared client that takes whole URLs.
/// </summary>
internal static class TokenToAnyHost
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.TokenToAnyHost);

    private const string Handler = "This handler adds the token to every request, wherever it goes";
    private const string Reply = "A reply says where this request goes, and the client's token goes with it";
    private const string Declared = "The caller of this method says where the token goes";

    private static readonly HashSet<string> Senders = new(StringComparer.Ordinal)
    {
        "GetAsync", "GetStringAsync", "GetStreamAsync", "GetByteArrayAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync",
    };

    private static void Run(CodeFile file)
    {
        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>())
        {
            if (IsSendOfHandler(method) && AddsToken(file, method) is { } added && !LooksAtHost(method))
            {
                Surroundings.Report(file, DiagnosticDescriptors.TokenToAnyHost, added, sure: false, Handler);
            }
        }

        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is { } name && Senders.Contains(name)
                && CodeFile.ReceiverOf(call) is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && call.ArgumentList.Arguments is [{ Expression: var address }, ..]
                && HasDefaultToken(file, CodeFile.ReceiverOf(call)!)
                && IsOfReply(file, address)
                && CodeFile.MemberOf(call) is { } member && !LooksAtHost(member))
            {
                Surroundings.Report(file, DiagnosticDescriptors.TokenToAnyHost, address, sure: false, Reply);
            }
        }

        foreach (var attribute in file.Attributes)
        {
            if (attribute.FirstAncestorOrSelf<InterfaceDeclarationSyntax>() is { } client && IsWholeUrl(file, attribute) && SendsToken(attribute, client))
            {
                Surroundings.Report(file, DiagnosticDescriptors.TokenToAnyHost, attribute, sure: false, Declared);
            }
        }
    }

    private static bool IsSendOfHandler(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is "SendAsync" or "Send"
        && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        && method.ParameterList.Parameters.FirstOrDefault()?.Type?.ToString() is "HttpRequestMessage";

    /// <summary>The assignment or call by which a bearer token gets into the request, if none but that request is asked for a reason.</summary>
    private static ExpressionSyntax? AddsToken(CodeFile file, MethodDeclarationSyntax method)
    {
        var bearer = BearerHeaders.Of(file).Where(value => method.Span.Contains(value.Span)).ToList();
        return bearer.Count == 0 ? null
            : file.Assignments.Find(assignment => method.Span.Contains(assignment.Span) && CodeFile.NameOf(assignment.Left) == "Authorization" && bearer.Exists(value => assignment.Span.Contains(value.Span)))?.Left;
    }

    /// <summary>Whether anything is asked about the address: its host, its base, a list of hosts.</summary>
    private static bool LooksAtHost(SyntaxNode member) => member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText is "RequestUri" or "Authority" or "BaseAddress" or "IsBaseOf" or "IdnHost" || Words.Has(name.Identifier.ValueText, word => word is "host" or "hosts" or "origin" or "domain" or "domains"));

    /// <summary><c>client.DefaultRequestHeaders.Authorization = …</c> in the same type.</summary>
    private static bool HasDefaultToken(CodeFile file, ExpressionSyntax client) =>
        file.Assignments.Exists(assignment => assignment.Left is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Authorization",
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultRequestHeaders", Expression: var owner },
        } && owner.ToString() == client.ToString());

    /// <summary>A URL that a server sent: the place of a redirect.</summary>
    private static bool IsOfReply(CodeFile file, ExpressionSyntax address) =>
        file.Values.Origins(address).Exists(origin => origin is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Location", Expression: var headers } && CodeFile.NameOf(headers) == "Headers");

    /// <summary><c>[Get("{**url}")]</c>: all of the path is the caller's.</summary>
    private static bool IsWholeUrl(CodeFile file, AttributeSyntax attribute) =>
        CodeFile.NameOf(attribute.Name) is "Get" or "Post" or "Put" or "Delete" or "Patch" or "Head"
        && attribute.ArgumentList?.Arguments is [{ Expression: var path }]
        && file.Constant(path) is { } text && text.TrimStart('/').StartsWith("{**", StringComparison.Ordinal) && text.EndsWith("}", StringComparison.Ordinal);

    private static bool SendsToken(AttributeSyntax attribute, InterfaceDeclarationSyntax client) =>
        client.AttributeLists.Any(IsBearer)
        || (attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && (method.AttributeLists.Any(IsBearer) || method.ParameterList.Parameters.Any(parameter => parameter.AttributeLists.SelectMany(list => list.Attributes).Any(one => CodeFile.NameOf(one.Name) == "Authorize"))));

    private static bool IsBearer(AttributeListSyntax list) =>
        list.Attributes.Any(attribute => CodeFile.NameOf(attribute.Name) == "Headers" && attribute.ToString().IndexOf("Authorization: Bearer", StringComparison.OrdinalIgnoreCase) >= 0);
}
