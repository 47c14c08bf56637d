namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The names that a message states by itself and that no caller, attribute or parameter of a method may state in its place.
/// The runtime and the declaration reader share this file.
/// </summary>
internal static class ReservedParameters
{
    /// <summary>Whether a field is written by the library alone.</summary>
    public static bool IsReserved(string name) => name is
        "grant_type" or "response_type" or "client_id" or "redirect_uri" or "code" or "request" or "request_uri" or "response_mode"
        or "refresh_token" or "device_code" or "assertion" or "subject_token" or "token" or "scope"
        || IsCredential(name) || IsProtection(name);

    /// <summary>Whether a field holds or proves the client's secret: client authentication alone places it.</summary>
    public static bool IsCredential(string name) => name is "client_secret" or "client_assertion" or "client_assertion_type";

    /// <summary>Whether a field protects the flow: it can be renamed, never fixed or left out.</summary>
    public static bool IsProtection(string name) => name is
        "state" or "nonce" or "code_challenge" or "code_challenge_method" or "code_verifier" or "dpop_jkt";
}
