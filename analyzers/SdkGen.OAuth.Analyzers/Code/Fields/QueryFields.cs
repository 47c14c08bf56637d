using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells whether a parameter that a call or a collection states goes into a query.</summary>
internal static class QueryFields
{
    public static bool IsOne(CodeFile file, OAuthField field)
    {
        if (field.Shape is FieldShape.Text or FieldShape.Member or FieldShape.Variable or FieldShape.Argument or FieldShape.Builder)
        {
            return false;
        }

        if (field.Shape is FieldShape.Call && field.Key.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && CodeFile.NameOf(call) is { } method)
        {
            return Adders.Contains(method)
                || (method is "AddParameter" && IsQueryOfRestRequest(file, call))
                || (CodeFile.ReceiverOf(call) is IdentifierNameSyntax list && method == "Add" && IsQuery(file, list));
        }

        if (field.Key.Parent is BracketedArgumentListSyntax or ArgumentSyntax && field.Key.FirstAncestorOrSelf<ElementAccessExpressionSyntax>() is { Expression: IdentifierNameSyntax query }
            && IsQuery(file, query))
        {
            return true;
        }

        // An object or a collection that is handed to a call which makes a query of it.
        for (var current = field.Key.Parent; current is not null and not StatementSyntax and not MemberDeclarationSyntax; current = current.Parent)
        {
            switch (current)
            {
                case InvocationExpressionSyntax outer when CodeFile.NameOf(outer) is { } name && (Adders.Contains(name) || name is "SetQueryParams"):
                    return true;
                case VariableDeclaratorSyntax variable:
                    return IsHandedOver(file, variable, variable.Identifier.ValueText);
            }
        }

        return false;
    }

    /// <summary><c>HttpUtility.ParseQueryString("")</c> that becomes the query of a URL.</summary>
    private static bool IsQuery(CodeFile file, IdentifierNameSyntax list) =>
        IsHandedOver(file, list, list.Identifier.ValueText)
        || (file.Values.Given(list).Any(given => given.ToString().IndexOf("ParseQueryString", StringComparison.Ordinal) >= 0)
            && (file.Assignments.Any(assignment => CodeFile.NameOf(assignment.Left) == "Query" && Mentions(assignment.Right, list.Identifier.ValueText))
                || file.Texts.Any(text => text.Parts.Any(part => part.Expression is { } hole && Mentions(hole, list.Identifier.ValueText) && text.Shape.IndexOf('?') >= 0))));

    private static bool Mentions(ExpressionSyntax expression, string variable)
    {
        var text = expression.ToString();
        return text == variable || text == variable + ".ToString()" || text == variable + "?.ToString()";
    }

    private static bool IsHandedOver(CodeFile file, SyntaxNode node, string variable) =>
        file.Calls.Any(call => CodeFile.NameOf(call) is { } name && (Adders.Contains(name) || name is "SetQueryParams")
            && CodeFile.MemberOf(call) == CodeFile.MemberOf(node)
            && call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax handed && handed.Identifier.ValueText == variable));

    /// <summary>A request of RestSharp is a GET unless it says otherwise, and the parameters of a GET are its query.</summary>
    private static bool IsQueryOfRestRequest(CodeFile file, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count > 2)
        {
            return arguments[2].Expression.ToString().EndsWith("QueryString", StringComparison.Ordinal);
        }

        return CodeFile.ReceiverOf(call) is IdentifierNameSyntax request
            && file.Values.Given(request) is [BaseObjectCreationExpressionSyntax creation, ..]
            && creation.ToString() is var text
            && text.IndexOf("Request", StringComparison.Ordinal) >= 0
            && text.IndexOf("post", StringComparison.OrdinalIgnoreCase) < 0 && text.IndexOf("put", StringComparison.OrdinalIgnoreCase) < 0
            && !file.Assignments.Any(assignment => CodeFile.NameOf(assignment.Left) == "Method" && assignment.Right.ToString().IndexOf("post", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static readonly ImmutableHashSet<string> Adders = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "AddQueryParameter", "AddQueryString", "SetQueryParam", "AppendQueryParam", "AddQueryParam", "WithQuery", "AddQuery", "SetQueryParameter", "AddToQuery", "AppendQueryString",
        "AddOrUpdateQuery", "QueryParam", "AppendToQuery");
}
