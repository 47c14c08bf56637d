using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What stands around a piece of code and changes what it means: a test, a development machine, a switch.</summary>
internal static class Surroundings
{
    /// <summary>Reports with the weight that the place has: nothing is said of tests unless that is wanted.</summary>
    public static void Report(CodeFile file, DiagnosticDescriptor rule, SyntaxNode node, bool sure, params object?[] arguments)
    {
        if (TestCode.Weigh(file, sure ? rule.DefaultSeverity : DiagnosticSeverity.Info) is { } severity)
        {
            file.Report(rule, node.GetLocation(), severity, arguments);
        }
    }

    /// <summary>Whether code runs on the machine of a developer alone.</summary>
    public static bool IsDevelopmentOnly(SyntaxNode node) =>
        IsGuarded(node, IsDevelopment) || IsInDebug(node)
        || node.AncestorsAndSelf().Any(ancestor => NameOf(ancestor) is { } name && name.Contains("Development"));

    /// <summary>Whether a setting decides that code runs, such as <c>if (settings.AllowInsecure)</c>.</summary>
    public static bool IsOptional(SyntaxNode node) => IsGuarded(node, static (condition, _) => !condition.IsKind(SyntaxKind.TrueLiteralExpression));

    private static bool IsGuarded(SyntaxNode node, Func<ExpressionSyntax, bool, bool> condition)
    {
        for (var current = node; current.Parent is { } parent and not MemberDeclarationSyntax; current = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax branch when current == branch.Statement && condition(branch.Condition, true):
                case IfStatementSyntax other when current == other.Else && condition(other.Condition, false):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition says, if it is true or false, that this is no production.</summary>
    private static bool IsDevelopment(ExpressionSyntax condition, bool isTrue)
    {
        var text = condition.ToString();
        var negated = text.StartsWith("!", StringComparison.Ordinal) || text.Contains("!=") || text.Contains("is not") || text.Contains("== false");
        if (text.Contains("IsProduction") || text.Contains("Environments.Production") || text.Contains("\"Production\""))
        {
            return negated == isTrue;
        }

        return (text.Contains("Development") || text.Contains("IsAttached") || text.Contains("isDev") || text.Contains("IsDev") || text.Contains("isLocal")
            || text.Contains("IsLocal")) && negated != isTrue;
    }

    private static bool IsInDebug(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return false;
        }

        var branches = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax { Condition: var condition }:
                    branches.Push(IsDebug(condition));
                    break;
                case ElifDirectiveTriviaSyntax { Condition: var condition } when branches.Count > 0:
                    branches.Pop();
                    branches.Push(IsDebug(condition));
                    break;
                case ElseDirectiveTriviaSyntax when branches.Count > 0:
                    branches.Pop();
                    branches.Push(false);
                    break;
                case EndIfDirectiveTriviaSyntax when branches.Count > 0:
                    branches.Pop();
                    break;
            }
        }

        return branches.Contains(true);

        static bool IsDebug(ExpressionSyntax condition) => condition.ToString() is var text && text.Contains("DEBUG") && !text.Contains("!DEBUG");
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };
}
