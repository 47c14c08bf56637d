using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers.Field;

/// <summary>What a rule said.</summary>
internal sealed record Finding(string File, int Line, string Rule, DiagnosticSeverity Severity, string Message, string Text);
