using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The values that a file sends as <c>state</c> or <c>nonce</c>: those words mean much else, so that there has to be OAuth around them.</summary>
internal static class StateFields
{
    private static readonly string[] Makers = ["authori", "oauth", "openid", "oidc", "loginrequest", "loginur", "signinur", "consent"];

    public static IEnumerable<OAuthField> In(CodeFile file, string name) => file.Fields.Where(field => field.Name == name && IsSent(file, field));

    /// <summary>Where a value is made: what a variable of this file is given, if that is one thing, and otherwise the value itself.</summary>
    public static ExpressionSyntax Definition(CodeFile file, ExpressionSyntax value)
    {
        for (var steps = 0; steps < 5; steps++)
        {
            var next = value switch
            {
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } only] } call when Passing.Is(CodeFile.NameOf(call)) && CodeFile.NameOf(call) is "EscapeDataString" or "UrlEncode" => only.Expression,
                InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax of } } => of,
                IdentifierNameSyntax or MemberAccessExpressionSyntax => Given(file, value),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            value = next;
        }

        return value;
    }

    private static ExpressionSyntax? Given(CodeFile file, ExpressionSyntax variable)
    {
        var symbol = file.Values.Symbol(variable);
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) || symbol.DeclaringSyntaxReferences is not { Length: 1 } references || references[0].SyntaxTree != file.Root.SyntaxTree)
        {
            return null;
        }

        var declaration = references[0].GetSyntax(file.CancellationToken);
        var given = declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };
        var scope = symbol is ILocalSymbol ? CodeFile.MemberOf(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var assigned = file.Assignments.Where(assignment => CodeFile.NameOf(assignment.Left) == symbol.Name && scope?.Span.Contains(assignment.Span) == true
            && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }).ToList();
        return given is null or LiteralExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.NullLiteralExpression }
            ? assigned.Count == 1 ? assigned[0].Right : null
            : assigned.Count == 0 ? given : null;
    }

    private static bool IsSent(CodeFile file, OAuthField field)
    {
        var group = file.Groups.First(group => group.Fields.Contains(field));
        if (group.Has(OAuthNames.GrantType))
        {
            return false;
        }

        switch (field.Shape)
        {
            case FieldShape.Member:
                return group.IsOAuth || IsOfMaker(field.Key) || IsWithOAuth(file, field.Key);
            case FieldShape.Argument:
                return field.Group is InvocationExpressionSyntax call ? Words.Contains(CodeFile.NameOf(call), Makers)
                    : field.Group is ObjectCreationExpressionSyntax { Type: var created } && Words.Contains(created.ToString(), Makers);
            case FieldShape.Builder:
                return field.Key is MemberAccessExpressionSyntax && IsWithOAuth(file, field.Key);
            case FieldShape.Variable:
                return field.Key is PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax type } ? IsRequest(type)
                    : (field.Key is AssignmentExpressionSyntax or IdentifierNameSyntax or VariableDeclaratorSyntax)
                    && IsWithOAuth(file, field.Key);
            case FieldShape.Text when field.Key.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } search && CodeFile.NameOf(search) is "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Split" or "Replace":
                return false;
            case FieldShape.Text:
                return group.IsOAuth || file.Texts.Exists(text => text.Node.Span.Contains(field.Key.Span) && (AuthorizationRequests.IsPart(text) || Words.Contains(text.Shape, "authorize", "oauth")))
                    || IsWithOAuth(file, field.Key);
            default:
                return group.IsOAuth || IsWithOAuth(file, field.Key);
        }
    }

    /// <summary>A type that describes an authorization request.</summary>
    private static bool IsRequest(TypeDeclarationSyntax type) =>
        Words.Contains(type.Identifier.ValueText, Makers)
        && type.Members.OfType<PropertyDeclarationSyntax>().Any(member => OAuthNames.Of(member.Identifier.ValueText) is OAuthNames.ClientId or OAuthNames.RedirectUri or OAuthNames.ResponseType);

    private static bool IsOfMaker(SyntaxNode key) =>
        key.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => Words.Contains(type.ToString(), Makers),
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => Words.Contains(call.Expression.ToString(), Makers),
            { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } } => Words.Contains(type.ToString(), Makers),
            _ => false,
        };

    /// <summary>Whether a request of the authorization endpoint is made in the same member.</summary>
    private static bool IsWithOAuth(CodeFile file, SyntaxNode node) =>
        CodeFile.MemberOf(node) is { } member && member is not BaseFieldDeclarationSyntax
        && (file.Fields.Exists(field => (field.Name is OAuthNames.ResponseType or OAuthNames.RedirectUri or OAuthNames.CodeChallenge) && member.Span.Contains(field.Key.Span))
            || file.Calls.Exists(call => member.Span.Contains(call.Span) && Words.Contains(CodeFile.NameOf(call), "authoriz", "oauth", "loginur", "GetLoginLink", "SignInUr")));
}
