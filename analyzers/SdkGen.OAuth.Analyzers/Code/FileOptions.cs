using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The settings <c>sdkgen_oauth.*</c> that <c>.editorconfig</c> has for a file. What cannot be read is as if it were not there.</summary>
internal sealed class FileOptions(AnalyzerConfigOptions options)
{
    private const string Prefix = "sdkgen_oauth.";

    /// <summary>Hosts that know no better PKCE method than <c>plain</c>.</summary>
    public IReadOnlyList<string> PlainPkceHosts => List("pkce_plain_allowed_hosts");

    /// <summary>Hosts that take an access token only in the query.</summary>
    public IReadOnlyList<string> TokenInQueryHosts => List("token_in_query_allowed_hosts");

    /// <summary>Hosts besides <c>localhost</c> and the loopback addresses that need no https.</summary>
    public IReadOnlyList<string> LoopbackHosts => List("loopback_hosts");

    /// <summary>Methods that check the state, besides those whose names say so.</summary>
    public IReadOnlyList<string> StateValidators => List("state_validator_methods");

    /// <summary>Further names of members and variables that hold a secret.</summary>
    public IReadOnlyList<string> SensitiveNames => List("sensitive_names");

    /// <summary>Further methods that write a log.</summary>
    public IReadOnlyList<string> LogSinks => List("log_sinks");

    /// <summary>What is said of tests: <c>off</c> (nothing about secrets and logs), <c>info</c> or <c>on</c>.</summary>
    public string TestProjects => Value("test_projects") ?? "off";

    /// <summary>What is said of a client secret in a program that users install: <c>warn</c>, <c>info</c> or <c>allow</c>.</summary>
    public string PublicClientSecret => Value("public_client_secret") ?? "warn";

    /// <summary>What is said of a secret in a configuration file: <c>warn</c>, <c>info</c> or <c>off</c>.</summary>
    public string SecretsInConfiguration => Value("secrets_in_configuration") ?? "warn";

    /// <summary>How many bits a state must have at least.</summary>
    public int MinStateBits => int.TryParse(Value("min_state_bits"), out var bits) && bits is > 0 and <= 4096 ? bits : 128;

    private string? Value(string key) => options.TryGetValue(Prefix + key, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private string[] List(string key) =>
        Value(key)?.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToArray() ?? [];
}
