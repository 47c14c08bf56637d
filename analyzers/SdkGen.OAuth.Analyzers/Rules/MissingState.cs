using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1002: a user is sent to a provider without a <c>state</c>, nor anything else that ties the answer to the browser.</summary>
internal static class MissingState
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.MissingState);

    /// <summary>What a variable is called that holds further parameters.</summary>
    private static readonly string[] Additions = ["more", "extra", "param", "query", "addition", "suffix", "rest", "append", "option"];

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        foreach (var group in AuthorizationRequests.In(file))
        {
            var field = group.Find(OAuthNames.ResponseType) ?? group.Find(OAuthNames.ClientId)!;
            if (group.Find(OAuthNames.State) is { } state)
            {
                if (state.Value.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } || state.Value.Text == "")
                {
                    file.Report(DiagnosticDescriptors.MissingState, state.Value.Node);
                }
            }
            else if (!IsTied(group) && !MentionsState(file, field))
            {
                // Without a redirect URI the user copies the code from the browser, and brings none of somebody else.
                file.Report(DiagnosticDescriptors.MissingState, field.Key.GetLocation(), group.Has(OAuthNames.RedirectUri) ? null : DiagnosticSeverity.Info);
            }
        }

        foreach (var creation in file.Creations.OfType<ObjectCreationExpressionSyntax>())
        {
            CheckLibrary(file, creation);
        }

        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>())
        {
            CheckOptional(file, method);
        }
    }

    private static bool IsTied(FieldGroup group) =>
        group.Has(OAuthNames.CodeChallenge) || group.Has(OAuthNames.Nonce) || group.Has(OAuthNames.RequestUri) || group.Has("request");

    /// <summary>Whether a state is added where the request is made: by a hole of the text, or by another statement of the member or, for a field, of the type.</summary>
    private static bool MentionsState(CodeFile file, OAuthField field)
    {
        var member = CodeFile.MemberOf(field.Key);
        // A dictionary that one method begins is often finished by another. An object without a name has all that it will ever have.
        SyntaxNode? scope = member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax || field.Shape is not (FieldShape.Text or FieldShape.Anonymous) ? field.Key.FirstAncestorOrSelf<TypeDeclarationSyntax>() : member;
        if (scope is null)
        {
            return true;
        }

        if (file.Fields.Exists(other => other.Name is OAuthNames.State or OAuthNames.CodeChallenge && scope.Span.Contains(other.Key.Span) && (other.IsOnWire || other.Shape != FieldShape.Variable)))
        {
            return true;
        }

        // Something is put into the text that is no value of a parameter: it may be anything.
        if (field.Shape == FieldShape.Text && file.Texts.Find(text => text.Node.Span.Contains(field.Key.Span)) is { } text)
        {
            for (var i = 1; i < text.Parts.Length; i++)
            {
                if (text.Parts[i] is { Text: null } hole
                    && (hole.Expression is null || StateCheck.IsState(hole.Expression) || Words.Contains(CodeFile.NameOf(hole.Expression), Additions) || (text.Parts[i - 1].Text is { } before && before.Contains("?") && !before.EndsWith("=", StringComparison.Ordinal) && !before.EndsWith("%20", StringComparison.Ordinal) && !IsInValue(before))))
                {
                    return true;
                }
            }
        }

        return member is not null && (scope == member || field.Shape == FieldShape.Text ? scope : member).DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value is string other && (other is "state" || other.Contains("state=") || other.Contains("code_challenge")));
    }

    private static bool IsInValue(string before) => before.LastIndexOf('=') > Math.Max(before.LastIndexOf('&'), before.LastIndexOf('?'));

    /// <summary>Requests of libraries that send a state only if they are given one.</summary>
    private static void CheckLibrary(CodeFile file, ObjectCreationExpressionSyntax creation)
    {
        var type = creation.Type.ToString();
        var wants = type is "OauthLoginRequest" or "Octokit.OauthLoginRequest"
            || (type == "LoginRequest" && creation.ArgumentList?.Arguments.Any(argument => argument.ToString().Contains("ResponseType.Code")) == true);
        if (!wants || creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(assignment => CodeFile.NameOf(assignment.Left) is "State" or "CodeChallenge") == true)
        {
            return;
        }

        var member = CodeFile.MemberOf(creation);
        if (!file.Assignments.Exists(assignment => member?.Span.Contains(assignment.Span) == true && CodeFile.NameOf(assignment.Left) is "State" or "CodeChallenge"))
        {
            file.Report(DiagnosticDescriptors.MissingState, creation.Type);
        }
    }

    /// <summary>A method of a library by which others can leave the state out.</summary>
    private static void CheckOptional(CodeFile file, MethodDeclarationSyntax method)
    {
        if (!method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            && method.Modifiers.Any(SyntaxKind.PublicKeyword)
            && (method.Body is not null || method.ExpressionBody is not null)
            && method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == "state") is { } state
            && state.Default?.Value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or LiteralExpressionSyntax { Token.ValueText: "" }
            && file.Fields.Exists(field => field.Name == OAuthNames.ResponseType && method.Span.Contains(field.Key.Span))
            && !file.Fields.Exists(field => field.Name is OAuthNames.CodeChallenge && method.Span.Contains(field.Key.Span))
            && !method.DescendantNodes().Any(node => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: IdentifierNameSyntax { Identifier.ValueText: "state" } }
                or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "state" } }))
        {
            file.ReportInfo(DiagnosticDescriptors.MissingState, state);
        }
    }
}
