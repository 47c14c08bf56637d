namespace SdkGen.OAuth.Analyzers;

internal static partial class DiagnosticIds
{
    // ---- 1xxx: state and callback.
    public const string UncheckedState = "OAUTH1001";
    public const string MissingState = "OAUTH1002";
    public const string ConstantState = "OAUTH1003";
    public const string PredictableState = "OAUTH1004";
    public const string SecretInState = "OAUTH1005";
    public const string StateNeverCompared = "OAUTH1006";
    public const string SecretComparedInVariableTime = "OAUTH1008";
}
