namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether each <c>[OAuthRequest]</c>, <c>[OAuthResponse]</c> and <c>[OAuthMember]</c> says something that can be.</summary>
internal static class TransportCheck
{
    /// <summary>The error codes of OAuth 2.0 and OpenID Connect, by their registry at IANA.</summary>
    private static readonly HashSet<string> ErrorCodes = new(StringComparer.Ordinal)
    {
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope",
        "access_denied", "unsupported_response_type", "server_error", "temporarily_unavailable",
        "invalid_token", "insufficient_scope", "insufficient_user_authentication", "invalid_target", "unsupported_token_type",
        "authorization_pending", "slow_down", "expired_token", "invalid_authorization_details", "invalid_dpop_proof", "use_dpop_nonce",
        "interaction_required", "login_required", "account_selection_required", "consent_required", "unmet_authentication_requirements",
        "invalid_request_uri", "invalid_request_object", "request_not_supported", "request_uri_not_supported", "registration_not_supported",
        "expired_login_hint_token", "unknown_user_id", "missing_user_code", "invalid_user_code", "invalid_binding_message", "transaction_failed",
        "invalid_redirect_uri", "invalid_client_metadata", "invalid_software_statement", "unapproved_software_statement",
    };

    public static void Run(DeclaredProvider declared)
    {
        foreach (var error in declared.Of("OAuthError"))
        {
            if (error.Model.Argument(1) is not { } code || !ErrorCodes.Contains(code))
            {
                declared.Report(
                    DiagnosticDescriptors.InvalidRequest,
                    error.LocationOf(1),
                    $"'{error.Model.Argument(1)}' is no registered error code: state the one that is meant, such as authorization_pending, invalid_grant or access_denied");
            }
        }

        foreach (var request in declared.Of("OAuthRequest"))
        {
            CheckRequest(declared, request);
        }

        foreach (var response in declared.Of("OAuthResponse"))
        {
            CheckResponse(declared, response);
        }

        foreach (var member in declared.Of("OAuthMember"))
        {
            CheckPath(declared, member, member.Model.Argument(1), member.LocationOf(1));
            if (member.Method is null && member.Messages("On") is var messages and not 0 && (messages & declared.Messages) == 0)
            {
                declared.Report(DiagnosticDescriptors.MessageNotDeclared, member.LocationOf("On"), declared.Type.Name, MessageNames.Of(messages));
            }

            if (member.Model.Property("Unit") is not null && member.Model.Argument(0) != "expires_in")
            {
                declared.Report(DiagnosticDescriptors.InvalidPath, member.LocationOf("Unit"), member.Model.Argument(0), "has no unit: Unit is for expires_in");
            }

            if (member.Model.Property("Separator") is not null && member.Model.Argument(0) != "scope")
            {
                declared.Report(DiagnosticDescriptors.InvalidPath, member.LocationOf("Separator"), member.Model.Argument(0), "has no separator: Separator is for scope");
            }
        }
    }

    private static void CheckRequest(DeclaredProvider declared, DeclaredAttribute request)
    {
        var messages = request.Messages("Messages");
        CheckMessages(declared, request, messages);
        var method = request.Model.Text("Method")?.ToUpperInvariant();
        if (method is not (null or "GET" or "POST" or "DELETE"))
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, request.LocationOf("Method"), "The method of a request is GET, POST or DELETE");
        }

        if (method is not null && (messages & MessageNames.Authorization) != 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, request.LocationOf("Method"), "The authorization request is sent by a browser, which has no other method");
        }

        if (method == "GET" && request.Model.Property("Body") is { Number: 0 or 1 })
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, request.LocationOf("Body"), "A GET has no body: its fields are in the query");
        }

        if (request.Model.Property("ClientAuthentication") is not null && (messages & MessageNames.UserInfo) != 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, request.LocationOf("ClientAuthentication"), "At the UserInfo endpoint the access token authenticates, not the client");
        }

        if (request.Model.Property("Scopes") is not null && (messages & ~(MessageNames.Token | MessageNames.DeviceAuthorization | MessageNames.BackchannelAuthentication)) != 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, request.LocationOf("Scopes"), "Scopes here are for grants; those of the authorization request are stated in [OAuthProvider]");
        }
    }

    private static void CheckResponse(DeclaredProvider declared, DeclaredAttribute response)
    {
        var messages = response.Messages("Messages");
        CheckMessages(declared, response, messages);
        foreach (var path in new[] { "Root", "ErrorCode", "ErrorDescription" })
        {
            CheckPath(declared, response, response.Model.Text(path), response.LocationOf(path));
        }

        if (response.Model.Text("Success") is not null && response.Model.Text("ErrorCode") is null)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, response.LocationOf("Success"), "Success is a value of ErrorCode: state the path of ErrorCode too");
        }

        if (response.Model.Property("Keep") is not null && (messages & ~MessageNames.Authorization) != 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, response.LocationOf("Keep"), "Keep is for parameters of the callback, the reply to OAuthMessage.Authorization");
        }

        if (response.Model.Property("Source") is { Number: not 0 }
            && (messages & MessageNames.UserInfo) != 0
            && declared.Model.Provider.Text("UserInfoEndpoint") is not null)
        {
            declared.Report(
                DiagnosticDescriptors.InvalidRequest,
                response.LocationOf("Source"),
                "The user is read from the token reply, so no request is made and UserInfoEndpoint has no effect: remove the one or the other");
        }

        if (response.Model.Property("MatchSubject") is not null && (messages & ~MessageNames.UserInfo) != 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, response.LocationOf("MatchSubject"), "MatchSubject is for the UserInfo reply");
        }
    }

    private static void CheckMessages(DeclaredProvider declared, DeclaredAttribute attribute, int messages)
    {
        if (messages == 0)
        {
            declared.Report(DiagnosticDescriptors.InvalidRequest, attribute.Location, "State the messages that this is about: OAuthMessage.Token, for example");
        }
        else if (attribute.Method is null && (messages & declared.Messages) == 0)
        {
            declared.Report(DiagnosticDescriptors.MessageNotDeclared, attribute.LocationOf(0), declared.Type.Name, MessageNames.Of(messages));
        }
    }

    /// <summary>Names, dots and <c>[n]</c>; an array at the top has no name.</summary>
    private static bool IsPath(string path)
    {
        var steps = path.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            var bracket = step.IndexOf('[');
            var name = bracket < 0 ? step : step.Substring(0, bracket);
            if ((name.Length == 0 && (i > 0 || bracket < 0))
                || name.IndexOf(']') >= 0
                || (bracket >= 0 && !AreIndexes(step.Substring(bracket))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreIndexes(string text) =>
        text[text.Length - 1] == ']'
        && text.Substring(1, text.Length - 2).Split(["]["], StringSplitOptions.None).All(index => index.Length > 0 && index.All(c => c is >= '0' and <= '9'));

    private static void CheckPath(DeclaredProvider declared, DeclaredAttribute attribute, string? path, Microsoft.CodeAnalysis.Location location)
    {
        if (path is not null && !IsPath(path))
        {
            declared.Report(DiagnosticDescriptors.InvalidPath, location, path, "is not a path of names, dots and [n], as in data.items[0].id");
        }
    }
}
