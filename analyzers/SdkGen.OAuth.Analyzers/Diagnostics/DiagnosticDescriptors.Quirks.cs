using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers;

/// <content>What quirk attributes say, besides what can be at all.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor HookDoesNotFit = SecurityError(
        DiagnosticIds.HookDoesNotFit,
        "A hook would not be called",
        "'{0}' would not be called here: {1}");

    public static readonly DiagnosticDescriptor HookNotVisible = Error(
        DiagnosticIds.HookNotVisible,
        "Generated code cannot name a hook",
        "'{0}' cannot have a client: generated code cannot name one of its hooks. Declare the hook, and the types around it, public, or internal in the assembly of the interface");

    public static readonly DiagnosticDescriptor FragmentInEndpoint = SecurityInfo(
        DiagnosticIds.FragmentInEndpoint,
        "An endpoint has no fragment",
        "'{0}' has a fragment, which {1} (RFC 6749 section {2})");

    public static readonly DiagnosticDescriptor QuirkWithoutEffect = Warning(
        DiagnosticIds.QuirkWithoutEffect,
        "A quirk has no effect",
        "{0} has no effect: {1}");

    public static readonly DiagnosticDescriptor UnknownField = Warning(
        DiagnosticIds.UnknownField,
        "No declared message has the field",
        "No message that this is about has a field '{0}', so nothing is {1}: write the registered name, or give it a value");

    public static readonly DiagnosticDescriptor DeclaredUrlSecret = SecurityInfo(
        DiagnosticIds.DeclaredUrlSecret,
        "A secret is declared to be part of a URL",
        "{0} is sent in the URL, which servers and proxies write into their logs: declare it only if the provider takes it nowhere else. The library leaves the query out of its own logs and errors");

    public static readonly DiagnosticDescriptor UnknownMember = Warning(
        DiagnosticIds.UnknownMember,
        "A member of a reply has a registered name",
        "'{0}' is no registered member of {1}: write the name of the RFC or of OpenID Connect first, and then the path where this provider puts it");
}
