{{/* Labels that select the pods; "app" is what prometheus-config.yaml looks for. */}}
{{- define "scaphandre.selectorLabels" -}}
app: scaphandre
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "scaphandre.labels" -}}
{{ include "scaphandre.selectorLabels" . }}
app.kubernetes.io/part-of: edgewatt
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* Name of the roles, which are the cluster's: one per namespace and release. */}}
{{- define "scaphandre.clusterName" -}}
{{ printf "%s-%s-scaphandre" .Release.Namespace .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}
