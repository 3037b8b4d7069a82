/** Core words of headings in further languages of Europe, as `heading-patterns.ts` has them in English and Japanese. */
import type { SectionKind } from './section-kind.ts'

/** French, German, Spanish, Portuguese, Italian, Dutch; `;` between. */
export const CORE_WORDS_ELSEWHERE: readonly (readonly [SectionKind, string])[] = [
  [
    'timeline',
    'chronologie; chronologie détaillée; chronologie des événements; déroulement; déroulé; déroulé des événements; ' +
      'frise chronologique; zeitlicher ablauf; zeitverlauf; zeitleiste; zeitlinie; zeitachse; ablauf; verlauf; chronik; línea de tiempo; ' +
      'linea de tiempo; cronología; cronologia; cronología de eventos; linha do tempo; cronograma; cronologia dos eventos; ' +
      'linha do tempo do incidente; tijdlijn; verloop; cronologia degli eventi; sequenza temporale; хронология',
  ],
  [
    'action-items',
    "actions correctives; actions préventives; actions de suivi; plan d'action; mesures correctives; mesures préventives; " +
      'actions à mener; prochaines étapes; recommandations; maßnahmen; massnahmen; folgemaßnahmen; gegenmaßnahmen; ' +
      'korrekturmaßnahmen; nächste schritte; aufgaben; acciones; acciones correctivas; acciones preventivas; ' +
      'acciones de seguimiento; plan de acción; medidas preventivas; medidas correctivas; próximos pasos; ações; ' +
      'ações corretivas; ações preventivas; itens de ação; plano de ação; próximos passos; medidas corretivas; ' +
      'acties; actiepunten; vervolgacties; vervolgstappen; azioni; azioni correttive; azioni preventive; prossimi passi; выводы и действия',
  ],
  [
    'summary',
    'résumé; résumé exécutif; sommaire; synthèse; zusammenfassung; kurzfassung; überblick; resumen; resumen ejecutivo; resumo; ' +
      'resumo executivo; sumário; samenvatting; riepilogo; sommario',
  ],
  ['impact', 'incidence; conséquences; auswirkungen; auswirkung; impacto; impacto al cliente; impatto; gevolgen'],
  [
    'root-cause',
    'cause racine; causes racines; causes profondes; cause; analyse des causes; ursache; ursachen; grundursache; ' +
      'ursachenanalyse; causa raíz; causa raiz; causas; análisis de causa raíz; análise de causa raiz; causa; oorzaak; causa principale',
  ],
  ['missed-catch', 'détection; erkennung; entdeckung; detección; detecção; detectie; rilevamento'],
  [
    'resolution',
    'résolution; rétablissement; behebung; lösung; wiederherstellung; resolución; solución; resolução; solução; oplossing; risoluzione',
  ],
  [
    'lessons',
    'leçons apprises; enseignements; enseignements tirés; erkenntnisse; lehren; lecciones aprendidas; lecciones; ' +
      'lições aprendidas; aprendizados; geleerde lessen; lezioni apprese',
  ],
]
