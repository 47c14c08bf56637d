using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Finds where a file writes to logs, consoles, screens and into exceptions, with whatever library.</summary>
internal static class Writes
{
    private const int MaxHelpers = 2;

    public static IEnumerable<Write> In(CodeFile file)
    {
        foreach (var call in file.Calls)
        {
            if (call.ArgumentList.Arguments.Count > 0 && Read(file, call) is { } write)
            {
                yield return write;
            }
        }

        foreach (var creation in file.Creations)
        {
            if (creation is ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: { Count: > 0 } arguments }
                && type.ToString().EndsWith("Exception", StringComparison.Ordinal))
            {
                yield return new(creation, WritePlace.Exception, Expressions(arguments), false);
            }
        }

        foreach (var assignment in file.Assignments)
        {
            if (IsScreen(assignment.Left))
            {
                yield return new(assignment, WritePlace.Screen, [assignment.Right], false);
            }
        }
    }

    private static Write? Read(CodeFile file, InvocationExpressionSyntax call)
    {
        var name = CodeFile.NameOf(call);
        if (name is null or "nameof" or "ToString" or "Add" or "Equals")
        {
            return null;
        }

        var receiver = CodeFile.ReceiverOf(call);
        var arguments = call.ArgumentList.Arguments;
        var place = receiver is null ? OfBare(file, call, name) : OfMember(file, call, receiver, name);
        return place is { } known ? new(call, known, Expressions(arguments), IsQuiet(file, call, receiver, name)) : null;
    }

    private static List<ExpressionSyntax> Expressions(SeparatedSyntaxList<ArgumentSyntax> arguments) => [.. arguments.Select(argument => argument.Expression)];

    private static WritePlace? OfMember(CodeFile file, InvocationExpressionSyntax call, ExpressionSyntax receiver, string method)
    {
        var owner = CodeFile.NameOf(receiver) ?? (receiver is InvocationExpressionSyntax chained ? CodeFile.NameOf(chained) : null);
        if (owner is null)
        {
            return null;
        }

        if (owner is "Console" or "AnsiConsole" || receiver.ToString() is "Console.Error" or "Console.Out" or "System.Console.Error" or "System.Console.Out")
        {
            return method.StartsWith("Write", StringComparison.Ordinal) || method.StartsWith("Markup", StringComparison.Ordinal) ? WritePlace.Console : null;
        }

        if (owner is "MessageBox" || method is "DisplayAlert" or "DisplayAlertAsync" or "ShowMessage" or "ShowAlert" or "MakeText")
        {
            return WritePlace.Screen;
        }

        if (method is "AppendText" && owner is not "File")
        {
            return WritePlace.Screen;
        }

        if (method is "SetTag" or "AddTag" or "SetBaggage" or "AddBaggage")
        {
            return WritePlace.Log;
        }

        if (owner is "Response" && method is "Write" or "WriteAsync")
        {
            return WritePlace.Screen;
        }

        if (file.Options.LogSinks.Contains(method, StringComparer.Ordinal))
        {
            return WritePlace.Log;
        }

        if (method.StartsWith("Log", StringComparison.Ordinal) && IsLogVerb(method) && (method.Length > 3 || IsLog(owner)))
        {
            return WritePlace.Log;
        }

        if (Words.Of(method) is ["write" or "append" or "add", "log", ..])
        {
            return WritePlace.Log;
        }

        return IsLog(owner) && ((Words.Of(method) is [var verb, ..] && Verbs.Contains(verb)) || Definition(file, call) is not null) ? WritePlace.Log
            : owner is "output" or "_output" or "testOutputHelper" && method == "WriteLine" ? WritePlace.Console
            : null;
    }

    /// <summary>A call without a receiver: a helper of the same class, or a method of a controller.</summary>
    private static WritePlace? OfBare(CodeFile file, InvocationExpressionSyntax call, string method)
    {
        if (call.Expression is not SimpleNameSyntax)
        {
            return null;
        }

        if (file.Options.LogSinks.Contains(method, StringComparer.Ordinal) || IsLogVerb(method))
        {
            return WritePlace.Log;
        }

        if (method == "Content" && call.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax)
        {
            return WritePlace.Screen;
        }

        var words = Words.Of(method);
        if (words.Count > 0 && words[0] is "print" or "output" or "echo" or "display" && words.Count <= 2)
        {
            return WritePlace.Console;
        }

        return IsHelper(file, call, MaxHelpers);
    }

    /// <summary>A method of this file that writes what it is given.</summary>
    private static WritePlace? IsHelper(CodeFile file, InvocationExpressionSyntax call, int depth)
    {
        if (depth == 0
            || file.Values.Symbol(call.Expression) is not IMethodSymbol { DeclaringSyntaxReferences: [var reference], ReturnsVoid: true } method
            || reference.SyntaxTree != file.Root.SyntaxTree)
        {
            return null;
        }

        var declaration = reference.GetSyntax(file.CancellationToken);
        foreach (var inner in declaration.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (inner.ArgumentList.Arguments.Any(argument => Passes(argument.Expression, method)) && CodeFile.NameOf(inner) is { } name)
            {
                var place = CodeFile.ReceiverOf(inner) is { } receiver ? OfMember(file, inner, receiver, name)
                    : IsLogVerb(name) ? WritePlace.Log
                    : IsHelper(file, inner, depth - 1);
                if (place is not null)
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static bool Passes(ExpressionSyntax argument, IMethodSymbol method) => argument switch
    {
        IdentifierNameSyntax name => method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Any(hole => hole.Expression is IdentifierNameSyntax && Passes(hole.Expression, method)),
        BinaryExpressionSyntax { Left: var left, Right: var right } => (left is not BinaryExpressionSyntax && Passes(left, method)) || Passes(right, method),
        _ => false,
    };

    /// <summary><c>Log</c>, <c>LogInformation</c>, <c>WriteLog</c>; not <c>LogIn</c> or <c>LogOut</c>.</summary>
    private static bool IsLogVerb(string method) => Words.Of(method) switch
    {
        ["log"] => true,
        ["log", var what, ..] => what is not ("in" or "out" or "on" or "off" or "user" or "event" or "exception" or "file" or "level" or "path"),
        ["write" or "append" or "add" or "print", "log" or "trace" or "debug" or "line", ..] => true,
        ["trace", ..] => true,
        _ => false,
    };

    private static bool IsLog(string owner) => Words.Of(owner) is { Count: > 0 } words && Loggers.Contains(words[words.Count - 1]);

    private static bool IsQuiet(CodeFile file, InvocationExpressionSyntax call, ExpressionSyntax? receiver, string method)
    {
        if (Words.Of(method).Exists(word => word is "debug" or "trace" or "verbose") && receiver?.ToString() is not ("Trace" or "Debug" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace"))
        {
            return true;
        }

        if (call.ArgumentList.Arguments[0].Expression.ToString() is "LogLevel.Trace" or "LogLevel.Debug" or "LogEventLevel.Verbose" or "LogEventLevel.Debug" or "TraceLevel.Verbose" or "LogLevel.Verbose")
        {
            return true;
        }

        for (SyntaxNode? current = call; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is IfStatementSyntax @if && IsLevelCheck(@if.Condition))
            {
                return true;
            }
        }

        return IsQuietDefinition(file, call);
    }

    private static bool IsLevelCheck(ExpressionSyntax condition)
    {
        var text = condition.ToString();
        return text.Length < 300
            && (text.IndexOf("LogLevel.Trace", StringComparison.Ordinal) >= 0 || text.IndexOf("LogLevel.Debug", StringComparison.Ordinal) >= 0
                || text.IndexOf("IsDebugEnabled", StringComparison.Ordinal) >= 0 || text.IndexOf("IsTraceEnabled", StringComparison.Ordinal) >= 0
                || text.IndexOf("IsVerboseEnabled", StringComparison.Ordinal) >= 0);
    }

    /// <summary>A method with <c>[LoggerMessage]</c> that says <c>Trace</c> or <c>Debug</c>.</summary>
    private static bool IsQuietDefinition(CodeFile file, InvocationExpressionSyntax call) =>
        CodeFile.ReceiverOf(call) is { } receiver && IsLog(CodeFile.NameOf(receiver) ?? "")
        && Definition(file, call)?.ArgumentList?.Arguments.Any(argument => argument.Expression.ToString() is "LogLevel.Trace" or "LogLevel.Debug") == true;

    /// <summary>The attribute that makes a method write a log, if it has one.</summary>
    private static AttributeSyntax? Definition(CodeFile file, InvocationExpressionSyntax call) =>
        file.Values.Symbol(call.Expression) is IMethodSymbol method && (method.ReducedFrom ?? method).DeclaringSyntaxReferences is [var reference, ..]
        && reference.GetSyntax(file.CancellationToken) is MethodDeclarationSyntax declaration
            ? declaration.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => CodeFile.NameOf(attribute.Name) is "LoggerMessage" or "LoggerMessageAttribute")
            : null;

    /// <summary>A page's data, or a label. What a box shows is the user's own to edit.</summary>
    private static bool IsScreen(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name } =>
            owner is IdentifierNameSyntax { Identifier.ValueText: "ViewBag" }
            || (name is "Text" or "Content" or "Caption" && CodeFile.NameOf(owner) is { } control && IsLabel(control)),
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "ViewData" or "TempData" } } => true,
        _ => false,
    };

    private static bool IsLabel(string control) => Words.Of(control).Exists(word => word is "label" or "lbl" or "literal" or "ltl" or "lit" or "output" or "status" or "console" or "log" or "message" or "result" or "results" or "info");

    private static readonly ImmutableHashSet<string> Loggers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "log", "logger", "logging", "nlog", "serilog", "tracer", "trace", "console", "debug", "logs", "telemetry", "debugger", "messages");

    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "info", "information", "debug", "warn", "warning", "error", "fatal", "critical", "trace", "verbose", "write", "log", "print", "message", "exception", "success",
        "notice", "track", "assert", "fail", "infof", "debugf", "errorf", "output", "event");
}
