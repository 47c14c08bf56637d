using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1005: a secret is sent as <c>state</c>, or the <c>state</c> of a callback is used as a credential.</summary>
internal static class SecretInState
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SecretInState);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var field in StateFields.In(file, OAuthNames.State).Where(field => field.Shape != FieldShape.Variable))
        {
            if (field.Value.Expression is { } value
                && Secret(file, value) is { } secret)
            {
                file.Report(DiagnosticDescriptors.SecretInState, field.Value.Node, $"'{secret}' is sent as state");
            }
        }

        foreach (var creation in file.Creations.OfType<ObjectCreationExpressionSyntax>())
        {
            if (creation.Type.ToString() is "AuthenticationHeaderValue"
                && creation.ArgumentList is { Arguments: [_, { Expression: IdentifierNameSyntax { Identifier.ValueText: "state" } value }] }
                && CodeFile.MemberOf(creation) is MethodDeclarationSyntax { ParameterList.Parameters: var parameters }
                && parameters.Any(parameter => OAuthNames.Of(parameter.Identifier.ValueText) == OAuthNames.Code || parameter.Identifier.ValueText == "state"))
            {
                file.Report(DiagnosticDescriptors.SecretInState, value, "The state of a callback is used as a credential");
            }
        }
    }

    private static string? Secret(CodeFile file, ExpressionSyntax value)
    {
        foreach (var origin in file.Values.Origins(value).Append(value))
        {
            if (origin is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && OAuthNames.OfIdentifier(CodeFile.NameOf(origin)) is OAuthNames.ClientSecret or OAuthNames.AccessToken or OAuthNames.RefreshToken or OAuthNames.Password or OAuthNames.CodeVerifier)
            {
                return CodeFile.NameOf(origin);
            }
        }

        return null;
    }
}
