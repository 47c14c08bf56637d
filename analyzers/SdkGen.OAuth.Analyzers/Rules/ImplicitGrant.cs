using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH7002: tokens are delivered in the redirect.</summary>
internal static class ImplicitGrant
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ImplicitGrant);

    private enum Delivery
    {
        Code,
        Maybe,
        Token,
    }

    private static void Run(CodeFile file)
    {
        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.ResponseType && !Protocol.IsVocabulary(field)))
        {
            var delivery = Of(file, field);
            if (delivery != Delivery.Code)
            {
                Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, field.Value.Node, delivery == Delivery.Token);
            }
        }

        foreach (var (parameter, value) in Protocol.Defaults(file, OAuthNames.ResponseType))
        {
            if (OfText(file.Constant(value)) == Delivery.Token)
            {
                // A default is what nobody has to choose; whoever calls may.
                Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, parameter.Default!.Value, sure: false);
            }
        }

        foreach (var argument in file.Calls.Select(call => call.ArgumentList).Concat(file.Creations.Select(creation => creation.ArgumentList)).SelectMany(list => list?.Arguments ?? default))
        {
            if (argument is { NameColon: null, Expression: MemberAccessExpressionSyntax member }
                && OfName(member) == Delivery.Token
                && !IsQuestion(argument)
                && !file.Fields.Exists(field => field.Value.Node == member))
            {
                Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, member, sure: true);
            }
        }

        foreach (var creation in file.Creations.OfType<ObjectCreationExpressionSyntax>())
        {
            if (IsXamarinImplicit(creation))
            {
                Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, creation.Type, sure: true);
            }
        }

        CheckServers(file);
    }

    private static Delivery Of(CodeFile file, OAuthField field)
    {
        if (field.Value.Text is { } text)
        {
            return field.Shape == FieldShape.Text && Protocol.IsProse(field) ? Delivery.Code : WithMode(file, field, OfText(text));
        }

        switch (field.Value.Expression)
        {
            case null or LiteralExpressionSyntax:
                return Delivery.Code;
            case MemberAccessExpressionSyntax member when OfName(member) is { } named:
                return WithMode(file, field, named);
            case var value when field.IsOnWire || field.Shape is FieldShape.Member or FieldShape.Argument:
                // If it can be either, it is a choice; a variable is reported where it is sent, not where it is set.
                var origins = file.Values.Origins(value);
                var tokens = origins.Count(origin => OfText(file.Constant(origin)) == Delivery.Token || (origin is MemberAccessExpressionSyntax member && OfName(member) == Delivery.Token));
                return tokens == 0 ? Delivery.Code : tokens == origins.Count && !IsParameterized(file, value) ? Delivery.Token : Delivery.Maybe;
            default:
                return Delivery.Code;
        }
    }

    /// <summary>An ID token alone, in a form post, is not in the address.</summary>
    private static Delivery WithMode(CodeFile file, OAuthField field, Delivery delivery)
    {
        if (delivery != Delivery.Maybe)
        {
            return delivery;
        }

        var mode = file.Groups.FirstOrDefault(group => group.Fields.Contains(field))?.Find(OAuthNames.ResponseMode)?.Value;
        return mode is { } value && ((value.Text ?? "").Contains("form_post") || value.Expression?.ToString().Contains("FormPost") == true) ? Delivery.Code : Delivery.Maybe;
    }

    private static bool IsParameterized(CodeFile file, ExpressionSyntax value) => file.Values.Symbol(value) is IPropertySymbol or IFieldSymbol { IsConst: false };

    private static Delivery OfText(string? text)
    {
        var types = (text ?? "").Split([' ', '+', ',', '|'], StringSplitOptions.RemoveEmptyEntries).SelectMany(type => type.Split(["%20"], StringSplitOptions.RemoveEmptyEntries)).ToList();
        return types.Contains("token") ? Delivery.Token : types is ["id_token"] ? Delivery.Maybe : Delivery.Code;
    }

    /// <summary>A library's name for it, such as <c>OpenIdConnectResponseType.IdTokenToken</c>.</summary>
    private static Delivery? OfName(MemberAccessExpressionSyntax member) =>
        CodeFile.NameOf(member.Expression) is { } owner
        && (owner.EndsWith("ResponseType", StringComparison.Ordinal) || owner.EndsWith("ResponseTypes", StringComparison.Ordinal))
            ? member.Name.Identifier.ValueText switch
            {
                "Token" or "IdTokenToken" or "CodeToken" or "CodeIdTokenToken" => Delivery.Token,
                "IdToken" => Delivery.Maybe,
                _ => Delivery.Code,
            }
            : null;

    /// <summary>A server that looks at a request, or a table of what there is.</summary>
    private static bool IsQuestion(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && CodeFile.NameOf(call) is { } name
        && (name is "Equals" or "Add" or "AddRange" || name.StartsWith("Contains", StringComparison.Ordinal) || name.StartsWith("Format", StringComparison.Ordinal) || name.StartsWith("Is", StringComparison.Ordinal) || name.StartsWith("Has", StringComparison.Ordinal)
            || name.StartsWith("Assert", StringComparison.Ordinal));

    /// <summary>The constructor of Xamarin.Auth that takes two addresses, and none of a token endpoint.</summary>
    private static bool IsXamarinImplicit(ObjectCreationExpressionSyntax creation)
    {
        if (!creation.Type.ToString().EndsWith("OAuth2Authenticator", StringComparison.Ordinal) || creation.ArgumentList is not { Arguments: { Count: >= 4 and <= 6 } arguments })
        {
            return false;
        }

        return !arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText is "clientSecret" or "accessTokenUrl")
            && arguments.Count(argument => argument.Expression is BaseObjectCreationExpressionSyntax
                || argument.NameColon?.Name.Identifier.ValueText is "authorizeUrl" or "redirectUrl") == 2;
    }

    /// <summary>What an authorization server serves to clients is its own decision, and a hint is enough.</summary>
    private static void CheckServers(CodeFile file)
    {
        foreach (var assignment in file.Assignments)
        {
            if (CodeFile.NameOf(assignment.Left) == "AllowedGrantTypes"
                && assignment.Right.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(member => member.Name.Identifier.ValueText.StartsWith("Implicit", StringComparison.Ordinal)) is { } granted)
            {
                Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, granted, sure: false);
            }
        }

        foreach (var call in file.Calls.Where(call => CodeFile.NameOf(call) == "AllowImplicitFlow"))
        {
            Surroundings.Report(file, DiagnosticDescriptors.ImplicitGrant, call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : call.Expression, sure: false);
        }
    }
}
