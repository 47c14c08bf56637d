using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6007: an access token that the client sent is taken for a login.</summary>
internal static class ForeignToken
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ForeignTokenAsLogin);

    private static void Run(CodeFile file)
    {
        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>())
        {
            var parameter = method.ParameterList.Parameters.FirstOrDefault(parameter =>
                parameter.Default is null && OAuthNames.OfIdentifier(parameter.Identifier.ValueText) == OAuthNames.AccessToken);
            if (parameter is null || !IsAction(method) || ChecksRecipient(file, method) || !SignsIn(file, method))
            {
                continue;
            }

            // The token asks the provider who the user is; that says nothing about who may sign in here.
            var asks = file.Texts.FirstOrDefault(text => method.Span.Contains(text.Node.Span) && IsUserInfo(text.Shape)
                && text.Parts.Any(part => CodeFile.NameOf(part.Expression) == parameter.Identifier.ValueText));
            if (asks is not null)
            {
                Surroundings.Report(file, DiagnosticDescriptors.ForeignTokenAsLogin, parameter, sure: true, parameter.Identifier.ValueText);
            }
        }
    }

    private static bool IsAction(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is var name && (name.StartsWith("Http", StringComparison.Ordinal) || name == "Route"))
        || (method.Parent is TypeDeclarationSyntax { Identifier.ValueText: var type } && type.EndsWith("Controller", StringComparison.Ordinal)
            && method.Modifiers.Any(modifier => modifier.ValueText == "public"));

    private static bool IsUserInfo(string text) =>
        text.IndexOf("/me", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("userinfo", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("/user", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool SignsIn(CodeFile file, SyntaxNode method) => file.Calls.Any(call =>
        method.Span.Contains(call.Span) && CodeFile.NameOf(call) is { } name
        && (name.StartsWith("SignIn", StringComparison.Ordinal) || name.StartsWith("ExternalLogin", StringComparison.Ordinal) || name is "FindByLoginAsync" or "WriteToken"
            || name.StartsWith("GenerateJwt", StringComparison.Ordinal) || name.StartsWith("GenerateToken", StringComparison.Ordinal) || name.StartsWith("CreateToken", StringComparison.Ordinal)));

    private static bool ChecksRecipient(CodeFile file, SyntaxNode method) =>
        file.Texts.Any(text => method.Span.Contains(text.Node.Span) && text.Shape is var shape && (shape.Contains("debug_token") || shape.Contains("tokeninfo") || shape.Contains("introspect")))
        || file.Comparisons.Any(comparison => method.Span.Contains(comparison.Span)
            && comparison.ToString() is var text && (text.IndexOf("aud", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("appid", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("app_id", StringComparison.OrdinalIgnoreCase) >= 0
                || text.IndexOf("clientid", StringComparison.OrdinalIgnoreCase) >= 0));
}
