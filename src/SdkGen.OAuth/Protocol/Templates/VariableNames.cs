using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>What a template variable is called in C#. The runtime and the generator share this file.</summary>
internal static class VariableNames
{
    /// <summary>The name of the options property: <c>user_pool-id</c> becomes <c>UserPoolId</c>.</summary>
    public static string Property(string variable)
    {
        var name = new StringBuilder(variable.Length);
        var upper = true;
        foreach (var c in variable)
        {
            if (c is '_' or '-' or '.')
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        var property = name.ToString();
        return IsTaken(property) ? property + "Variable" : char.IsDigit(property[0]) ? "_" + property : property;
    }

    /// <summary>The members that every options class has.</summary>
    private static bool IsTaken(string property) => property is
        "" or "ClientId" or "ClientSecret" or "ClientKey" or "ClientCertificate" or "DPoPKey" or "Scopes" or "OfflineAccess" or "ClockSkew"
        or "AuthorizationRequestLifetime" or "BackchannelTimeout" or "MaxResponseBytes" or "BackchannelHandler" or "Metadata" or "Bind" or "GetVariable" or "BindVariables" or "ReadEnum"
        or "Equals" or "GetHashCode" or "GetType" or "ToString" or "Finalize" or "MemberwiseClone" or "ReferenceEquals";
}
