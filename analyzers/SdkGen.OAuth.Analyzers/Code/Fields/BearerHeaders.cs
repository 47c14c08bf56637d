using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What is sent in an <c>Authorization: Bearer</c> header, in the ways in which C# writes that.</summary>
internal static class BearerHeaders
{
    public static IEnumerable<ExpressionSyntax> Of(CodeFile file)
    {
        foreach (var creation in file.Creations)
        {
            if (creation.ArgumentList is { Arguments: [{ Expression: var scheme }, { Expression: var value }] }
                && creation is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: SimpleNameSyntax or QualifiedNameSyntax }
                && (creation is not ObjectCreationExpressionSyntax { Type: var type } || type.ToString().EndsWith("AuthenticationHeaderValue", StringComparison.Ordinal))
                && "bearer".Equals(file.Constant(scheme), StringComparison.OrdinalIgnoreCase))
            {
                yield return value;
            }
        }

        foreach (var text in file.Texts)
        {
            if (text.Parts is [{ Text: { } start }, { Expression: { } value }] && start.Trim().Equals("bearer", StringComparison.OrdinalIgnoreCase))
            {
                yield return value;
            }
        }

        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is "SetBearerToken" or "WithOAuthBearerToken" && call.ArgumentList.Arguments is [{ Expression: var value }, ..])
            {
                yield return value;
            }
        }
    }
}
